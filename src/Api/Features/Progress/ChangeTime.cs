using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// A member sets their first day anew, and says which of two it is: a correction, or a new first day after which the time before stays
/// theirs as an earlier one. Nobody else does this and nothing does it by itself, and it changes nothing else: no place in a list, no plan,
/// no pairing, no request. A new first day is shown to nobody until it is shown anew. Medicine taken as prescribed never asks for it. A
/// mentor is offered a break, and stays a mentor. 400 <c>date-in-future</c>, <c>date-too-early</c>, <c>too-long</c>; 409
/// <c>dates-out-of-order</c>, <c>time-not-counted</c>, <c>definition-not-personal</c>.
/// </summary>
public sealed record ChangeTime(
    Actor Actor, ProgressId Progress, int? IfVersion, LocalDate Since, string? Definition, bool EarlierStays, LocalDate? EarlierUntil)
    : ICommand<TimeKept>, IActed
{
    public override string ToString() => nameof(ChangeTime);
}

/// <param name="Words">What is said to the member.</param>
/// <param name="OffersABreak">Whether they mentor and may want to take a break: nobody asks why, and their pairings stay.</param>
public sealed record TimeKept(string Words, bool OffersABreak);

internal sealed class ChangeTimeValidator : AbstractValidator<ChangeTime>
{
    public ChangeTimeValidator()
    {
        RuleFor(c => (LocalDate?)c.Since).IsRecent();
        RuleFor(c => c.Definition).IsDefinition();
        RuleFor(c => c.EarlierUntil).Must((c, until) => until is null || c.EarlierStays)
            .WithErrorCode("earlier-until-unasked").WithMessage("Only a time that stays as an earlier one has a last day.");
    }
}

internal sealed class ChangeTimeHandler(
    IStore<PathwayProgress, ProgressId> store, IStore<Member, MemberId> members, IVault vault, IClock clock) : IRequestHandler<ChangeTime, TimeKept>
{
    private const string Kept = "Your date is kept.";

    private const string KeptAnew = "Thank you for being here. Your new first day is kept, and the time before stays yours. Only you see it. "
        + "Nothing else has changed. If you would like to talk, your contact and the lines below are there for you today.";

    public async Task<TimeKept> Handle(ChangeTime command, CancellationToken cancellation)
    {
        var (now, definition) = (clock.GetCurrentInstant(), OwnDates.Tidied(command.Definition));
        var progress = await store.Get(command.Progress, cancellation);
        progress.MustBelongTo(command.Actor.Member);
        progress.MustBeAtEdition(command.IfVersion);
        progress.MustCountTime(definition);
        var member = await members.Get(command.Actor.Member, cancellation);
        OwnDates.MustHaveCome("since", command.Since, member.TodayAt(now));

        var time = Changed(await vault.OpenTime(progress, cancellation), command, definition);
        progress.KeepTime(await vault.SealTime(progress, time, cancellation), Zones.Get(member.Profile.ZoneId), now);
        return command.EarlierStays ? new(KeptAnew, OffersABreak: member.Mentor is { PausedAt: null }) : new(Kept, OffersABreak: false);
    }

    private static TimeRecord Changed(TimeRecord? time, ChangeTime command, string? definition) => (time, command.EarlierStays) switch
    {
        (null, _) => TimeRecord.Begin(command.Since, definition),
        (_, false) => time.Correct(command.Since, definition),
        _ => time.BeginAnew(command.Since, command.EarlierUntil, definition),
    };
}
