using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;
using NodaTime;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// A signed-in account takes an invitation, once, whatever its own address is: it becomes the member who was invited, the one known
/// by the account's address, or a new one, which needs a display name. 404 for no invitation of ours, 409 <c>invitation-used</c>,
/// <c>invitation-expired</c>, <c>already-member</c>, <c>member-has-account</c>.
/// </summary>
public sealed record AcceptInvitation(AccountId Account, string? Token, string? DisplayName) : ICommand<MembershipView>
{
    public override string ToString() => nameof(AcceptInvitation);
}

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator() =>
        RuleFor(a => a.DisplayName).Must(name => string.IsNullOrWhiteSpace(name) || DisplayNames.IsFit(DisplayNames.Tidied(name)))
        .WithErrorCode("display-name-invalid").WithMessage(DisplayNames.Help);
}

internal sealed class AcceptInvitationHandler(
    Invitations invitations, AccountBook accounts, IStore<Member, MemberId> members, ICommunities communities, IVault vault, IClock clock)
    : IRequestHandler<AcceptInvitation, MembershipView>
{
    public async Task<MembershipView> Handle(AcceptInvitation command, CancellationToken cancellation)
    {
        var invitation = await invitations.Open(command.Token, cancellation);
        invitation.Accept(command.Account, clock.GetCurrentInstant());
        var member = await Become(invitation, command, cancellation);
        member.Grant(invitation.Roles);
        member.StateAdult(clock.GetCurrentInstant()); // nobody opens an account without saying so
        invitations.EnterAs(member);
        var community = await communities.Current(cancellation);
        return new(community.Id.Value, community.Name, member.Id.Value, member.DisplayName, member.Roles.Words());
    }

    private async Task<Member> Become(Invitation invitation, AcceptInvitation command, CancellationToken cancellation)
    {
        if (await invitations.MemberOf(command.Account, cancellation) is { } already)
            return invitation.Member is null || invitation.Member == already.Id ? already
                : throw new RuleBroken("already-member", "You are a member here already, under another name. A coordinator can help.");
        if (invitation.Member is { } invited) return Linked(await members.Get(invited, cancellation), command.Account);

        var address = await accounts.AddressOf(command.Account.Value);
        var hashes = vault.EachHashOfEmail(invitation.CommunityId, address);
        if (await invitations.MemberAt(hashes, cancellation) is { } known) return Linked(known, command.Account);
        var member = await Joined(invitation, command, cancellation);
        member.Reach(new ContactDetails(await vault.Seal(member.Id, ContactDetails.EmailPlace, member.Id.Value, address, cancellation), null), hashes[0]);
        return Linked(member, command.Account);
    }

    private async Task<Member> Joined(Invitation invitation, AcceptInvitation command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.DisplayName)) throw NameNeeded();
        var profile = new Profile { ZoneId = (await communities.Current(cancellation)).ZoneId };
        var name = DisplayNames.Tidied(command.DisplayName);
        var member = new Member(invitation.CommunityId, name, invitation.Roles, profile, clock.GetCurrentInstant());
        members.Add(member);
        return member;
    }

    private static Member Linked(Member member, AccountId account)
    {
        if (member.AccountId is not null) throw HasAccount();
        member.Link(account);
        return member;
    }

    private static ValidationException NameNeeded() => new(
    [
        new ValidationFailure("displayName", "Choose the name that others here see; a first name is enough.") { ErrorCode = "display-name-needed" },
    ]);

    internal static RuleBroken HasAccount() => new("member-has-account", "This member has an account already.");
}
