using MediatR;
using Mentorship.Api.Features.Members;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Pages.Accounts;

/// <summary>The mailbox of a new address says yes, by the link of its mail. The token is the whole credential, so there is nothing that another site could borrow.</summary>
[IgnoreAntiforgeryToken]
public sealed class ContactModel(IMediator mediator) : AccountPage
{
    public bool Confirmed { get; private set; }

    public async Task OnPost(CancellationToken cancellation) =>
        Confirmed = await Try(() => mediator.Send(new ConfirmContact(Token), cancellation));
}
