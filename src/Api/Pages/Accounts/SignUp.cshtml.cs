using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Pages.Accounts;

/// <summary>Asks for an account; answers the same whether or not the address has one. No cookie is read.</summary>
[IgnoreAntiforgeryToken]
public sealed class SignUpModel(IMediator mediator) : AccountPage
{
    public bool Asked { get; private set; }

    public async Task OnPost(CancellationToken cancellation)
    {
        var (email, password, adult) = (Typed("email"), Typed("password"), Typed("adult") == "yes");
        Asked = await Try(() => mediator.Send(new Features.Accounts.SignUp(email, password, adult), cancellation));
    }
}
