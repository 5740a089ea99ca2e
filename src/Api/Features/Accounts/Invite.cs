using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// A coordinator invites somebody by e-mail, as a member who came from a list or as a new one; answers the same whether or not the
/// address has an account. 404 when there is no such member, 409 <c>member-has-account</c>.
/// </summary>
public sealed record Invite(Actor Actor, string? Email, IReadOnlyList<string>? Roles, MemberId? Member) : ICommand<Unit>, IActed
{
    public override string ToString() => nameof(Invite);
}

internal sealed class InviteValidator : AbstractValidator<Invite>
{
    public InviteValidator()
    {
        RuleFor(i => i.Email).IsEmail();
        RuleFor(i => i.Roles).NotEmpty().WithErrorCode("role-needed-for-invitation").WithMessage("Name at least one role.");
        RuleForEach(i => i.Roles).Must(RoleWords.IsRole)
            .WithErrorCode("role-unknown").WithMessage("A role is newcomer, mentor or coordinator.");
    }
}

internal sealed class InviteHandler(Invitations invitations, IStore<Member, MemberId> members, MailAllowance allowance)
    : IRequestHandler<Invite, Unit>
{
    public async Task<Unit> Handle(Invite command, CancellationToken cancellation)
    {
        if (command.Member is { } id && (await members.Get(id, cancellation)).AccountId is not null)
            throw AcceptInvitationHandler.HasAccount();
        var address = command.Email!.Trim();
        if (allowance.TakeInvitation(command.Actor.Community, address))
            invitations.Mail(command.Actor, address, RoleWords.Parse(command.Roles!), command.Member);
        return Unit.Value;
    }
}
