using System.Security.Claims;
using MediatR;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Http;
using Mentorship.Domain;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Pages;

/// <summary>For the pages that need a log-in: who the person is in each community that they are in.</summary>
internal static class OwnMemberships
{
    public static async Task<IReadOnlyList<(Actor Actor, string Community)>> MembershipsOf(
        this IMediator mediator, ClaimsPrincipal user, CancellationToken cancellation) =>
        [.. (await mediator.Send(new ReadMe(CurrentMember.AccountOf(user)), cancellation)).Memberships
            .Select(m => (new Actor(new(m.CommunityId), new(m.MemberId), Roles.None), m.Community))];
}
