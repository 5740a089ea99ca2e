using System.Security.Claims;
using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Accounts;

internal static class InvitationsEndpoints
{
    public static void MapInvitations(this RouteGroupBuilder community) =>
        community.MapPost("/invitations", Send).Does<Invite>().TakesIdempotencyKey()
            .WithTags("Invitations").WithSummary("Invite somebody by e-mail").RequireRole(Roles.Coordinator);

    internal static async Task<Ok<MembershipView>> Accept(
        ClaimsPrincipal user, IMediator mediator, InvitationAcceptanceBody body, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(
            new AcceptInvitation(CurrentMember.AccountOf(user), body.Token, body.DisplayName), cancellation));

    private static async Task<Accepted> Send(CurrentMember me, IMediator mediator, InvitationBody body, CancellationToken cancellation)
    {
        await mediator.Send(new Invite(me.Actor, body.Email, body.Roles, body.MemberId is { } id ? new MemberId(id) : null), cancellation);
        return TypedResults.Accepted((string?)null);
    }

    /// <param name="Email">Where the invitation goes; it is not kept.</param>
    /// <param name="Roles">newcomer, mentor, coordinator; one or more.</param>
    /// <param name="MemberId">The member from a list who is to get the account; none for somebody new.</param>
    public sealed record InvitationBody(string? Email, IReadOnlyList<string>? Roles, Guid? MemberId);

    /// <param name="Token">The last part of the link in the note.</param>
    /// <param name="DisplayName">What others in the community see; needed by somebody new.</param>
    public sealed record InvitationAcceptanceBody(string? Token, string? DisplayName);
}
