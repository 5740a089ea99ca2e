using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>The coordinator's list of members, in the order in which they joined; never a contact detail, and nobody else may call it.</summary>
public sealed record MembersForReview(Actor Actor, Cursor After, int Limit) : IQuery<Page<ListedMember>>, IActed;

/// <param name="Id">The member.</param>
/// <param name="Version">The version that an edit must name in If-Match.</param>
/// <param name="DisplayName">Under which name the community knows them.</param>
/// <param name="Roles">newcomer, mentor, coordinator.</param>
/// <param name="HasAccount">Whether they can sign in.</param>
/// <param name="JoinedAt">UTC.</param>
/// <param name="Mentor">How they stand as a mentor; null for who does not mentor.</param>
public sealed record ListedMember(
    Guid Id, int Version, string DisplayName, Roles Roles, bool HasAccount, Instant JoinedAt, MentorStanding? Mentor);

internal sealed class MembersForReviewHandler(MentorshipDb db) : IRequestHandler<MembersForReview, Page<ListedMember>>
{
    public async Task<Page<ListedMember>> Handle(MembersForReview query, CancellationToken cancellation)
    {
        var policy = await db.PolicyOf(query.Actor.Community, cancellation);
        var page = await db.Members.AsNoTracking().After(query.After, m => m.JoinedAt, m => m.Id)
            .OrderBy(m => m.JoinedAt).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Version, m.DisplayName, m.Roles, HasAccount = m.AccountId != null, m.JoinedAt, m.Mentor })
            .ToPage(query.Limit, m => new(m.JoinedAt, m.Id.Value), cancellation);
        return new(
            [.. page.Items.Select(m => new ListedMember(m.Id.Value, m.Version, m.DisplayName, m.Roles, m.HasAccount, m.JoinedAt,
                m.Mentor is null ? null : MentorStanding.Of(m.Mentor, policy.ConfirmationDays)))],
            page.Next);
    }
}
