using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>A member keeps no date on a pathway any more: it is gone with all that was counted before.</summary>
public sealed record ForgetTime(Actor Actor, ProgressId Progress, int? IfVersion) : ICommand<Unit>, IActed;

/// <summary>
/// A member shows their time to their mentor, or takes that back, which hides it at once. 400 <c>audience-unknown</c>; 409
/// <c>time-missing</c> where there is none to be shown.
/// </summary>
public sealed record ShareTime(Actor Actor, ProgressId Progress, Audience Audience) : ICommand<Unit>, IActed;

internal sealed class ShareTimeValidator : AbstractValidator<ShareTime>
{
    public ShareTimeValidator() => RuleFor(s => s.Audience).Must(a => a is Audience.Me or Audience.Mentor)
        .WithErrorCode("audience-unknown").WithMessage("Use me or mentor.");
}

internal sealed class ForgetTimeHandler(
    IStore<PathwayProgress, ProgressId> store, IStore<Member, MemberId> members, IVault vault, IClock clock)
    : IRequestHandler<ForgetTime, Unit>, IRequestHandler<ShareTime, Unit>
{
    public async Task<Unit> Handle(ForgetTime command, CancellationToken cancellation)
    {
        var progress = await Own(command.Actor, command.Progress, cancellation);
        progress.MustBeAtEdition(command.IfVersion);
        progress.ForgetTime();
        return Unit.Value;
    }

    public async Task<Unit> Handle(ShareTime command, CancellationToken cancellation)
    {
        var progress = await Own(command.Actor, command.Progress, cancellation);
        if (await vault.OpenTime(progress, cancellation) is { } time)
        {
            var (now, member) = (clock.GetCurrentInstant(), await members.Get(command.Actor.Member, cancellation));
            var shown = await vault.SealTime(progress, time.Show(command.Audience, now), cancellation);
            progress.KeepTime(shown, Zones.Get(member.Profile.ZoneId), now);
        }
        else if (command.Audience != Audience.Me)
        {
            throw new RuleBroken("time-missing", "You keep no date here that could be shown.");
        }
        return Unit.Value;
    }

    private async Task<PathwayProgress> Own(Actor actor, ProgressId id, CancellationToken cancellation)
    {
        var progress = await store.Get(id, cancellation);
        progress.MustBelongTo(actor.Member);
        return progress;
    }
}
