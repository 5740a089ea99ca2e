using MediatR;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Http.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Pages.Accounts;

/// <summary>Signs a browser in and out. After signing in it goes on to the page of ours that asked for it, or to one's notes, and to no other site.</summary>
public sealed class SignInModel(IMediator mediator) : AccountPage
{
    public bool SignedIn => User.Identity is { IsAuthenticated: true };

    /// <summary>A form was sent to a page of ours after its session had ended.</summary>
    public bool IsUnkept => Request.Query.ContainsKey("unkept");

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        CheckedPassword? password = null;
        var command = new CheckPassword(Typed("email"), Typed("password"), CallerNetwork.Of(HttpContext));
        if (!await Try(async () => password = await mediator.Send(command, cancellation))) return Page();
        if (password is null)
        {
            Refuse(StatusCodes.Status401Unauthorized, "The address and the password do not go together.");
            return Page();
        }
        await HttpContext.SignInToPages(password);
        return LocalRedirect(Wanted);
    }

    public async Task<IActionResult> OnPostOut()
    {
        await HttpContext.SignOutOfPages();
        return LocalRedirect(Here);
    }

    private const string Here = "/sign-in";

    private string Wanted => Request.Query["returnUrl"].ToString() is var wanted && Url.IsLocalUrl(wanted) ? wanted : "/notes";
}
