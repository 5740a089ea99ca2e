using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Notices.Sms;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// A member starts or stops notices by e-mail or by SMS, or stops them by the link in a mail or a word in a text; what is left out stays as
/// it is, and the inbox goes on. Again changes nothing. What a stop keeps from being sent is never counted as missed.
/// 400 <c>notices-missing</c>; 409 <c>sms-unavailable</c>, <c>phone-missing</c>.
/// </summary>
public sealed record SetNotices(Actor Actor, MemberId Member, bool? Email = null, bool? Sms = null) : ICommand<Unit>, IActed;

internal sealed class SetNoticesValidator : AbstractValidator<SetNotices>
{
    public SetNoticesValidator() => RuleFor(s => s).Must(s => s.Email is not null || s.Sms is not null)
        .WithErrorCode("notices-missing").WithMessage("Say what to start or to stop: email, sms or both.");
}

internal sealed class SetNoticesHandler(IStore<Member, MemberId> members, IVault vault, ISmsGateway gateway, IClock clock)
    : IRequestHandler<SetNotices, Unit>
{
    public async Task<Unit> Handle(SetNotices command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Member, cancellation);
        if (command.Email == true) member.StartEmail();
        if (command.Email == false) member.StopEmail();
        if (command.Sms == true) await StartSms(member, cancellation);
        if (command.Sms == false) member.StopSms();
        return Unit.Value;
    }

    private async Task StartSms(Member member, CancellationToken cancellation) =>
        member.StartSms(vault.HashOfPhone(member.CommunityId, await NumberOf(member, cancellation)), clock.GetCurrentInstant());

    private async Task<string> NumberOf(Member member, CancellationToken cancellation)
    {
        if (!gateway.IsThere) throw new RuleBroken("sms-unavailable", "Texts are not set up here. The inbox and e-mail are.");
        var number = member.Contact.Phone is { } phone
            ? PhoneNumber.InE164(await vault.TryOpen(member.Id, ContactDetails.PhonePlace, member.Id.Value, phone, cancellation)) : null;
        return number ?? throw new RuleBroken("phone-missing", "Say first at which number you can be reached.");
    }
}
