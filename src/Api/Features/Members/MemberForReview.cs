using MediatR;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>One member as a coordinator reviews them: what a decision needs, and neither a contact detail nor a place.</summary>
public sealed record MemberForReview(Actor Actor, MemberId Member) : IQuery<Versioned<ReviewedMember>>, IActed;

/// <param name="Id">The member.</param>
/// <param name="DisplayName">Under which name the community knows them.</param>
/// <param name="Roles">newcomer, mentor, coordinator.</param>
/// <param name="HasAccount">Whether they can sign in.</param>
/// <param name="AdultStated">Whether it was stated that they are 18 or older.</param>
/// <param name="JoinedAt">UTC.</param>
/// <param name="Profile">What they said of themselves; the place stays out.</param>
/// <param name="Mentor">What they offer as a mentor; null for who does not mentor.</param>
public sealed record ReviewedMember(
    Guid Id, string DisplayName, Roles Roles, bool HasAccount, bool AdultStated, Instant JoinedAt, ProfileView Profile, MentorView? Mentor);

internal sealed class MemberForReviewHandler(MentorshipDb db) : IRequestHandler<MemberForReview, Versioned<ReviewedMember>>
{
    public async Task<Versioned<ReviewedMember>> Handle(MemberForReview query, CancellationToken cancellation)
    {
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == query.Member, cancellation)
            ?? throw new NotFound("member");
        var policy = await db.PolicyOf(query.Actor.Community, cancellation);
        var mentor = member.Mentor is { } offer ? MentorView.Of(offer, policy.ConfirmationDays) : null;
        return new(
            new(member.Id.Value, member.DisplayName, member.Roles, member.AccountId is not null, member.AdultStatedAt is not null,
                member.JoinedAt, ProfileView.ForReview(member.Profile), mentor),
            member.Version);
    }
}
