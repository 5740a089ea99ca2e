using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Accounts;
using NodaTime;

namespace Mentorship.Api.Features.Accounts;

/// <summary>What an invitation is for, to whoever holds its link; nothing is used up. 404 for no invitation of ours.</summary>
public sealed record ReadInvitation(string? Token) : IQuery<InvitationView>
{
    public override string ToString() => nameof(ReadInvitation);
}

/// <param name="Community">Who invites.</param>
/// <param name="ForSomebodyNew">False when it is for a member who is known from a list, under the name that they have there.</param>
/// <param name="IsOpen">Not used, and not too old.</param>
public sealed record InvitationView(string Community, bool ForSomebodyNew, bool IsOpen);

internal sealed class ReadInvitationHandler(Invitations invitations, ICommunities communities, IClock clock)
    : IRequestHandler<ReadInvitation, InvitationView>
{
    public async Task<InvitationView> Handle(ReadInvitation query, CancellationToken cancellation)
    {
        var invitation = await invitations.Open(query.Token, cancellation);
        var community = await communities.Current(cancellation);
        return new(community.Name, invitation.Member is null, invitation.IsOpen(clock.GetCurrentInstant()));
    }
}
