using MediatR;
using Mentorship.Api.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Pages.Accounts;

/// <summary>
/// With a link's token, chooses a new password; without one, asks for such a link, and answers the same whatever the address is.
/// No cookie is read, so there is nothing that another site could borrow.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class PasswordModel(IMediator mediator) : AccountPage
{
    public bool Done { get; private set; }

    public async Task OnPost(CancellationToken cancellation) => Done = Token is null
        ? await Try(() => mediator.Send(new AskForReset(Typed("email")), cancellation))
        : await Try(() => mediator.Send(new ResetPassword(Token, Typed("password")), cancellation));
}
