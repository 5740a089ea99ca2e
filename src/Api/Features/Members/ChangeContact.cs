using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A member sets how they can be reached. Lists go on knowing the member by the address from before, unless the new one is the
/// confirmed address of the member's own account: an address that nobody has proven must not make two people one, and the answer must
/// not tell whether somebody else here has it. Texts end when the number is another one. Refused fields answer <c>email-invalid</c>,
/// <c>phone-invalid</c>.
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

internal sealed class ChangeContactHandler(IStore<Member, MemberId> members, IMemberBook book, AccountBook accounts, IVault vault)
    : IRequestHandler<ChangeContact, Unit>
{
    public async Task<Unit> Handle(ChangeContact command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        member.MustBeAt(command.IfVersion);
        var email = command.Email!.Trim();
        var hash = await IsOwnAccountOf(member, email) ? await KnownBy(member, email, cancellation) : member.EmailHash;
        var phone = PhoneNumber.InE164(command.Phone);
        member.Reach(await vault.SealContact(member.Id, email, phone, cancellation), hash);
        if (!vault.IsAgreed(member.CommunityId, member.PhoneHash, phone)) member.StopSms();
        return Unit.Value;
    }

    private async Task<bool> IsOwnAccountOf(Member member, string email) =>
        member.AccountId is { } account && (await accounts.Find(email))?.Id == account.Value;

    private async Task<byte[]?> KnownBy(Member member, string email, CancellationToken cancellation)
    {
        var hashes = vault.EachHashOfEmail(member.CommunityId, email);
        var others = await book.ByEmailHashes(hashes, cancellation);
        return others.All(other => other.Id == member.Id) ? hashes[0] : member.EmailHash;
    }
}
