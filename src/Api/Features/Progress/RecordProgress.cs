using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// A member begins to keep their own time on a pathway, for themselves alone until they show it. Without a first day nothing is counted yet.
/// Where a row is there without a time, that row is used. 400 <c>pathway-unknown</c>, <c>date-in-future</c>, <c>date-too-early</c>,
/// <c>too-long</c>; 409 <c>progress-recorded</c>, <c>time-not-counted</c>, <c>definition-not-personal</c>.
/// </summary>
public sealed record RecordProgress(Actor Actor, string Pathway, LocalDate? Since, string? Definition) : ICommand<ProgressId>, IActed
{
    public override string ToString() => nameof(RecordProgress);
}

internal sealed class RecordProgressValidator : AbstractValidator<RecordProgress>
{
    public RecordProgressValidator()
    {
        RuleFor(r => r.Pathway).Must(id => PathwayCatalogue.Current.Find(id) is not null)
            .WithErrorCode("pathway-unknown").WithMessage("Choose a pathway from the catalogue.");
        RuleFor(r => r.Since).IsRecent();
        RuleFor(r => r.Definition).IsDefinition();
    }
}

internal sealed class RecordProgressHandler(
    IStore<PathwayProgress, ProgressId> store, IProgressBook book, IStore<Member, MemberId> members, IVault vault, IClock clock)
    : IRequestHandler<RecordProgress, ProgressId>
{
    public async Task<ProgressId> Handle(RecordProgress command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        var progress = await book.Of(member.Id, command.Pathway, cancellation) ?? Added(command);
        if (progress.Time is not null) throw new RuleBroken("progress-recorded", "You keep a date for this pathway already. Change that one.");
        if (command.Since is { } since) await Begin(progress, member, since, OwnDates.Tidied(command.Definition), cancellation);
        return progress.Id;
    }

    private PathwayProgress Added(RecordProgress command)
    {
        var progress = new PathwayProgress(command.Actor.Community, command.Actor.Member, command.Pathway);
        store.Add(progress);
        return progress;
    }

    private async Task Begin(PathwayProgress progress, Member member, LocalDate since, string? definition, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        progress.MustCountTime(definition);
        OwnDates.MustHaveCome("since", since, member.TodayAt(now));
        var time = TimeRecord.Begin(since, definition);
        progress.KeepTime(await vault.SealTime(progress, time, cancellation), Zones.Get(member.Profile.ZoneId), now);
    }
}
