using System.Security.Claims;
using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Accounts;

internal static class AccountsEndpoints
{
    private static readonly Thanks OnItsWay = new("Thank you. If this address can be used, a note is on its way to it.");

    public static void MapAccounts(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts").AllowAnonymous();
        accounts.MapPost("/", Ask).Does<SignUp>().WithSummary("Ask for an account; a note goes to the address");
        accounts.MapPost("/confirmation", Confirm).Does<ConfirmAddress>()
            .WithSummary("Confirm your address by the link of the note, with the password that you chose");
        accounts.MapPost("/contact-confirmation", ConfirmReach).Does<ConfirmContact>()
            .WithSummary("Confirm by the link of the note that a member may be reached at your address");
        accounts.MapPost("/reset-request", AskForReset).Does<AskForReset>().WithSummary("Ask for a link to choose a new password");
        accounts.MapPost("/reset", Reset).Does<ResetPassword>().WithSummary("Choose a new password by the link; ends every session");
        api.MapGet("/me", Me).Does<ReadMe>().WithTags("Accounts").WithSummary("Your account and the communities you are a member of");
        api.MapSessions();
        api.MapPost("/invitations/acceptance", InvitationsEndpoints.Accept).Does<AcceptInvitation>()
            .WithTags("Invitations").WithSummary("Take an invitation, once");
    }

    private static async Task<Accepted<Thanks>> Ask(IMediator mediator, SignUpBody body, CancellationToken cancellation)
    {
        await mediator.Send(new SignUp(body.Email, body.Password, body.StatedAdult), cancellation);
        return TypedResults.Accepted((string?)null, OnItsWay);
    }

    private static async Task<NoContent> Confirm(IMediator mediator, ConfirmationBody body, CancellationToken cancellation)
    {
        await mediator.Send(new ConfirmAddress(body.Token, body.Password), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ConfirmReach(IMediator mediator, TokenBody body, CancellationToken cancellation)
    {
        await mediator.Send(new ConfirmContact(body.Token), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted<Thanks>> AskForReset(IMediator mediator, AddressBody body, CancellationToken cancellation)
    {
        await mediator.Send(new AskForReset(body.Email), cancellation);
        return TypedResults.Accepted((string?)null, OnItsWay);
    }

    private static async Task<NoContent> Reset(IMediator mediator, ResetBody body, CancellationToken cancellation)
    {
        await mediator.Send(new ResetPassword(body.Token, body.Password), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<MeView>> Me(ClaimsPrincipal user, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadMe(CurrentMember.AccountOf(user)), cancellation));

    /// <param name="Email">Your address.</param>
    /// <param name="Password">At least 15 characters, at most 256.</param>
    /// <param name="StatedAdult">That you say you are an adult.</param>
    public sealed record SignUpBody(string? Email, string? Password, bool StatedAdult = false);

    /// <param name="Message">The same whether or not the address is known.</param>
    public sealed record Thanks(string Message);

    /// <param name="Token">The last part of the link in the note.</param>
    /// <param name="Password">The one that you chose when you asked for the account.</param>
    public sealed record ConfirmationBody(string? Token, string? Password);

    /// <param name="Token">The last part of the link in the note.</param>
    public sealed record TokenBody(string? Token);

    /// <param name="Email">Your address.</param>
    public sealed record AddressBody(string? Email);

    /// <param name="Token">The last part of the link in the note.</param>
    /// <param name="Password">At least 15 characters, at most 256.</param>
    public sealed record ResetBody(string? Token, string? Password);
}
