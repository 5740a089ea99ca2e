using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A member sets how they can be reached. A new address is asked first, by a note with a link (<see cref="ConfirmContact"/>), unless it is
/// the confirmed one of the member's own account; until then everything goes to the one from before. The answer is the same whatever the
/// address, and whoever has it. Texts end when the number is another one, and the one from before speaks for nobody. Refused fields answer
/// <c>email-invalid</c>, <c>phone-invalid</c>.
/// </summary>
public sealed record ChangeContact(Actor Actor, int? IfVersion, string? Email, string? Phone) : ICommand<Unit>, IActed
{
    public override string ToString() => nameof(ChangeContact);
}

internal sealed class ChangeContactValidator : AbstractValidator<ChangeContact>
{
    public ChangeContactValidator()
    {
        RuleFor(c => c.Email).IsEmail();
        RuleFor(c => c.Phone).IsPhone();
    }
}

internal sealed class ChangeContactHandler(
    IStore<Member, MemberId> members, AddressChanges changes, AddressMove move, AccountBook accounts, IVault vault)
    : IRequestHandler<ChangeContact, Unit>
{
    public async Task<Unit> Handle(ChangeContact command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        member.MustBeAt(command.IfVersion);
        await ReachByMail(member, command.Email!.Trim(), cancellation);
        var phone = PhoneNumber.InE164(command.Phone);
        member.Reach(member.Contact with { Phone = await vault.SealPhone(member.Id, phone, cancellation) }, member.EmailHash);
        if (!vault.IsAgreed(member.CommunityId, member.PhoneHash, phone)) member.LeaveNumber();
        return Unit.Value;
    }

    private async Task ReachByMail(Member member, string email, CancellationToken cancellation)
    {
        var isKept = await IsPresent(member, email, cancellation);
        if (!isKept && !await IsOwnAccountOf(member, email))
        {
            await changes.Ask(member.Id, email, cancellation);
            return;
        }
        await changes.Drop(member.Id, cancellation);
        if (!isKept) await move.To(member, email, cancellation);
    }

    private async Task<bool> IsPresent(Member member, string email, CancellationToken cancellation)
    {
        var (present, _) = await vault.OpenContact(member.Id, member.Contact, cancellation);
        return present is not null
            && vault.HashOfEmail(member.CommunityId, present).AsSpan().SequenceEqual(vault.HashOfEmail(member.CommunityId, email));
    }

    private async Task<bool> IsOwnAccountOf(Member member, string email) =>
        member.AccountId is { } account && (await accounts.Find(email))?.Id == account.Value;
}
