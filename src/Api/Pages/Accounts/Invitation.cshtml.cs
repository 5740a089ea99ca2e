using MediatR;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Http;
using Mentorship.Domain;

namespace Mentorship.Api.Pages.Accounts;

/// <summary>One invitation by its mailed link: says who invites, leads to an account, and takes the invitation for the account that is signed in.</summary>
public sealed class InvitationModel(IMediator mediator) : AccountPage
{
    /// <summary>Null for a link that is none of ours.</summary>
    public InvitationView? Invitation { get; private set; }

    public MembershipView? Joined { get; private set; }

    public bool SignedIn => User.Identity is { IsAuthenticated: true };

    public Task OnGet(CancellationToken cancellation) => Look(cancellation);

    public async Task OnPost(CancellationToken cancellation)
    {
        await Look(cancellation);
        if (Invitation is null || !SignedIn) return;
        var command = new AcceptInvitation(CurrentMember.AccountOf(User), Token, Typed("name"));
        await Try(async () => Joined = await mediator.Send(command, cancellation));
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            Invitation = await mediator.Send(new ReadInvitation(Token), cancellation);
        }
        catch (NotFound)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
