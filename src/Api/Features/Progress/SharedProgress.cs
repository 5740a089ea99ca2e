using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Progress;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// What the mentor of a pairing sees of the newcomer's own way, for either of the two, so that the newcomer sees it with the mentor's eyes.
/// A date and a work are shown only where the pairing is on their pathway; of a time only the present one, never those before.
/// </summary>
public sealed record SharedProgress(Actor Actor, PairingId Pairing) : IQuery<SharedProgressView>, IActed;

/// <param name="CarriesOver">Whether what was shown to mentors before is seen here; null while the newcomer has not said.</param>
/// <param name="AsksToCarryOver">For the newcomer: there is something from before, and you have not said whether this mentor may see it.</param>
/// <param name="Time">Null where none is shown.</param>
/// <param name="Work">Null where none is shown.</param>
/// <param name="Plan">The lines of the personal plan that are shown.</param>
/// <param name="EarlierGoals">With a carry-over: the goals of earlier pairings on this pathway that are in the newcomer's own words.</param>
public sealed record SharedProgressView(
    bool? CarriesOver, bool AsksToCarryOver, SharedTime? Time, WorkView? Work, IReadOnlyList<PlanLineView> Plan,
    IReadOnlyList<EarlierGoal> EarlierGoals)
{
    public override string ToString() => nameof(SharedProgressView);
}

/// <param name="InWords">As people say it: "1 year and 2 months clean".</param>
/// <param name="Since">The first day.</param>
/// <param name="Definition">What is counted, where the pathway leaves that to each.</param>
/// <param name="Days">Whole days since then.</param>
public sealed record SharedTime(string InWords, LocalDate Since, string? Definition, int Days);

/// <param name="Text">What was to be done.</param>
/// <param name="State">open, reached or let-go.</param>
public sealed record EarlierGoal(string Text, GoalState State);

internal sealed class SharedProgressHandler(MentorshipDb db, IVault vault, IClock clock) : IRequestHandler<SharedProgress, SharedProgressView>
{
    public async Task<SharedProgressView> Handle(SharedProgress query, CancellationToken cancellation)
    {
        var pairing = await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Pairing, cancellation);
        if (pairing is null || !pairing.Joins(query.Actor.Member)) throw new NotFound("pairing");
        var said = await db.CarryOvers.AsNoTracking().FirstOrDefaultAsync(c => c.Pairing == pairing.Id, cancellation);
        var carries = said?.Carries == true;
        var own = await Own(pairing, cancellation);
        bool Reaches(Shown shown) => shown.ReachesMentor(pairing.IntroducedAt!.Value, carries);

        var asks = said is null && query.Actor.Member == pairing.Newcomer && own.HasSomethingOf(before: pairing.IntroducedAt!.Value);
        return new(
            said?.Carries, asks,
            own is { Progress: { } progress, Time: { } time } && Reaches(time.Shown) ? await Time(progress, time, cancellation) : null,
            own.Progress is { Work: not null } worked && Reaches(worked.WorkShown) ? await Work(worked, cancellation) : null,
            PersonalPlanView.Of(own.Lines.Where(l => Reaches(l.Shown))).Lines,
            carries ? await Goals(own.Goals, pairing.Newcomer, cancellation) : []);
    }

    private async Task<OwnThings> Own(Pairing pairing, CancellationToken cancellation)
    {
        var newcomer = pairing.Newcomer;
        var plan = await db.PersonalPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Member == newcomer, cancellation);
        var progress = await db.Progress.AsNoTracking().FirstOrDefaultAsync(p => p.Member == newcomer && p.Pathway == pairing.Pathway, cancellation);
        return new(
            progress,
            progress is null ? null : await vault.OpenTime(progress, cancellation),
            await vault.OpenLines(plan, cancellation),
            await (
                from g in db.Goals.AsNoTracking()
                join p in db.Pairings on g.Pairing equals p.Id
                where p.Newcomer == newcomer && p.Pathway == pairing.Pathway && p.IntroducedAt < pairing.IntroducedAt && g.SetBy == newcomer
                orderby g.SetAt, g.Id
                select g).ToListAsync(cancellation));
    }

    private async Task<SharedTime> Time(PathwayProgress progress, TimeRecord time, CancellationToken cancellation)
    {
        var member = await db.Members.AsNoTracking().FirstAsync(m => m.Id == progress.Member, cancellation);
        var today = member.TodayAt(clock.GetCurrentInstant());
        return new(TimeView.Words(PathwayCatalogue.Current.Get(progress.Pathway), time.Since, today), time.Since, time.Definition, time.DaysAt(today));
    }

    private async Task<WorkView?> Work(PathwayProgress progress, CancellationToken cancellation) =>
        WorkView.Of(progress, await vault.OpenWork(progress, cancellation), await db.PolicyOf(progress.CommunityId, cancellation));

    private async Task<IReadOnlyList<EarlierGoal>> Goals(IReadOnlyList<Goal> goals, MemberId newcomer, CancellationToken cancellation)
    {
        var views = new List<EarlierGoal>();
        foreach (var goal in goals)
            if (await vault.OpenGoal(goal, newcomer, cancellation) is { } text) views.Add(new(text, goal.State));
        return views;
    }

    private sealed record OwnThings(PathwayProgress? Progress, TimeRecord? Time, IReadOnlyList<PlanLine> Lines, IReadOnlyList<Goal> Goals)
    {
        /// <summary>Whether something is there that only a carry-over would show.</summary>
        public bool HasSomethingOf(Instant before) => Goals.Count > 0 || Shown.Any(s => s.ReachesMentor(before, true) && !s.ReachesMentor(before, false));

        private IEnumerable<Shown> Shown => Lines.Select(l => l.Shown).Concat(((Shown?[])[Time?.Shown, Progress?.WorkShown]).OfType<Shown>());
    }
}
