using System.Security.Claims;
using MediatR;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Http;
using Mentorship.Domain;

namespace Mentorship.Api.Pages;

/// <summary>For the pages that need a log-in: who the person is in each community that they are in.</summary>
internal static class OwnMemberships
{
    public static async Task<IReadOnlyList<(Actor Actor, string Community)>> MembershipsOf(
        this IMediator mediator, ClaimsPrincipal user, CancellationToken cancellation) =>
        [.. (await mediator.Send(new ReadMe(CurrentMember.AccountOf(user)), cancellation)).Memberships
            .Select(m => (new Actor(new(m.CommunityId), new(m.MemberId), RoleWords.Parse(m.Roles)), m.Community))];

    /// <summary>Who they are in that one; null where they are not in it.</summary>
    public static async Task<Actor?> MemberIn(this IMediator mediator, Guid community, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await mediator.MembershipsOf(user, cancellation)).Select(m => m.Actor).FirstOrDefault(a => a.Community.Value == community);
}
