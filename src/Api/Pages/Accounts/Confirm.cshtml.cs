using MediatR;
using Mentorship.Api.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Pages.Accounts;

/// <summary>
/// Confirms an address by the link of its mail and the password that was chosen with it. No cookie is read, so there is nothing that another
/// site could borrow.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class ConfirmModel(IMediator mediator) : AccountPage
{
    public bool Confirmed { get; private set; }

    public bool LinkIsOver => Response.StatusCode == StatusCodes.Status409Conflict;

    public async Task OnPost(CancellationToken cancellation) =>
        Confirmed = await Try(() => mediator.Send(new ConfirmAddress(Token, Typed("password")), cancellation));
}
