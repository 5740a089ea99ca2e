using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>When one member of a pairing is asked, and how deep; the next due time is kept so that what is due is found by an index.</summary>
public sealed class CheckInPlan : Entity
{
    private CheckInPlan() { }

    public CheckInPlan(CommunityId community, PairingId pairing, MemberId member, Layer layer, PlanTimes times, Instant now, bool chosen = false)
    {
        CommunityId = community;
        Id = PlanId.New();
        (Pairing, Member, Layer, Times, IsChosen) = (pairing, member, layer, times, chosen);
        Holds = Last;
        Schedule(now);
        Raise("plan-begun", Id.Value);
    }

    public PlanId Id { get; private init; }
    public PairingId Pairing { get; private set; }
    public MemberId Member { get; private set; }
    public Layer Layer { get; private set; }
    public PlanTimes Times { get; private set; } = null!;

    /// <summary>Whether its member set the times themselves; the community's do not break their quiet hours.</summary>
    public bool IsChosen { get; private set; }

    public Taper Taper { get; private set; } = Taper.None;

    /// <summary>
    /// The layer in which its taper ends, which no step of the taper changes; null once it has ended. A unique key keeps one plan of a member
    /// and pairing for each.
    /// </summary>
    public Layer? Holds { get; private set; }

    /// <summary>The local date of the next occurrence; with the plan it is the key of an occurrence.</summary>
    public LocalDate NextDate { get; private set; }

    /// <summary>When the next occurrence is due; null while paused or ended.</summary>
    public Instant? NextDueAt { get; private set; }

    /// <summary>Where it could not be taken when it was due, when that is tried again; null for every other.</summary>
    public Instant? RetryAt { get; private set; }

    /// <summary>The latest local date that has an occurrence; none is ever made for it again.</summary>
    public LocalDate? LastDate { get; private set; }

    public Instant? PausedAt { get; private set; }
    public Instant? EndedAt { get; private set; }

    /// <summary>
    /// The occurrences that are due at <paramref name="now"/>, oldest first, and moves on to the first one after it.
    /// After an outage only the latest that can still be answered is sent; the others are excused as ours, and so is one on a day off.
    /// </summary>
    public IReadOnlyList<CheckIn> TakeDue(Instant now, DaysOff? daysOff = null, LadderTimes? ladder = null)
    {
        if (NextDueAt is not { } first || first > now) return [];
        var due = new List<CheckIn>();
        var course = new Course(Layer, Times, Taper, NextDate, first);
        for (; course.Due <= now; course = course.Next()) due.Add(new CheckIn(this, course));
        LastDate = due[^1].ScheduledDate;
        Follow(course);
        foreach (var off in due.Where(c => daysOff?.Includes(c.ScheduledDate) == true)) off.Excuse(ExcuseReason.DayOff);
        foreach (var late in due.SkipLast(1)) late.Excuse(ExcuseReason.Ours);
        due[^1].SendOrExcuse(now, ladder ?? LadderTimes.Default);
        return due;
    }

    /// <summary>The next occurrences that will be asked, at most <paramref name="count"/>, within the coming three years, without days off; none in an unknown zone.</summary>
    public IReadOnlyList<Instant> Upcoming(int count, DaysOff daysOff)
    {
        var upcoming = new List<Instant>();
        if (NextDueAt is not { } first || Zones.Find(Times.ZoneId) is null) return upcoming;
        var end = NextDate.PlusYears(3);
        for (var course = new Course(Layer, Times, Taper, NextDate, first); upcoming.Count < count && course.Date < end; course = course.Next())
            if (!daysOff.Includes(course.Date)) upcoming.Add(course.Due);
        return upcoming;
    }

    /// <summary>It could not be taken: it stays due, and is tried again in an hour, so that it does not hold up the others.</summary>
    public void PushBack(Instant now)
    {
        RetryAt = now + Duration.FromHours(1);
        Raise("plan-pushed-back", Id.Value);
    }

    /// <summary>
    /// The rules of its zone may be others by now: the same date, when its clock shows the time. True where that moved it;
    /// <c>zone-unknown</c> where the zone is no more.
    /// </summary>
    public bool FollowZone()
    {
        if (NextDueAt is not { } due) return false;
        Follow(new Course(Layer, Times, Taper, NextDate, due).Again());
        return NextDueAt != due;
    }

    /// <summary>What its member sets holds until they change it: no taper is left.</summary>
    public void Change(Layer layer, PlanTimes times, Instant now)
    {
        RequireRunning();
        (Layer, Times, Taper, IsChosen) = (layer, times, Taper.None, true);
        Holds = Last;
        Reschedule(now, "plan-changed");
    }

    /// <summary>Its member moved: the same local times by the clock of <paramref name="zoneId"/>. What is due already is asked all the same.</summary>
    public void Move(string zoneId, Instant now)
    {
        (Times, RetryAt) = (Times with { ZoneId = zoneId }, null);
        if (NextDueAt > now) Schedule(now);
        Raise("plan-moved", Id.Value);
    }

    /// <summary>Begins close together and grows rarer, see <see cref="Taper.Gentle"/>, from the day on that its own clock shows.</summary>
    public void FrontLoad(Instant now)
    {
        RequireRunning();
        var day = Times.Rhythm is Rhythm.Weekly weekly ? weekly.Day : IsoDayOfWeek.Sunday;
        Taper = Taper.Gentle(Times.Today(now), day);
        (Layer, Times) = (Taper.Beginning.Layer, Times with { Rhythm = Taper.Beginning.Rhythm });
        Holds = Last;
        Reschedule(now, "taper-begun");
    }

    /// <summary>It stays as it is now.</summary>
    public void DeclineTaper()
    {
        RequireRunning();
        if (Taper == Taper.None) return;
        (Taper, Holds) = (Taper.None, Layer);
        Raise("taper-declined", Id.Value);
    }

    /// <summary>Whether the date of one of its occurrences, or the end of the time to answer it, is one of its member's days off.</summary>
    public bool IsOff(CheckIn checkIn, DaysOff daysOff) => daysOff.Includes(checkIn.ScheduledDate) || daysOff.Includes(Times.Today(checkIn.AnswerBy));

    /// <summary>
    /// A clock that was ahead has taken dates that have not come, and nothing is ever made for those again: another plan begins in its place,
    /// with the same times, as far on in its taper as it is by now, and this one ends.
    /// </summary>
    public CheckInPlan BeginAnew(Instant now)
    {
        var whole = Taper.WholeOn(Times.Today(now), Times.Rhythm);
        var (layer, times) = whole is null ? (Layer, Times) : (Taper.Beginning.Layer, Times with { Rhythm = Taper.Beginning.Rhythm });
        var anew = new CheckInPlan(CommunityId, Pairing, Member, layer, times, now, IsChosen) { Taper = whole ?? Taper };
        anew.Schedule(now);
        anew.Holds = anew.Last;
        End(now);
        return anew;
    }

    public void Pause(Instant now)
    {
        if (EndedAt is null) (PausedAt, NextDueAt, RetryAt) = (PausedAt ?? now, null, null);
    }

    public void Resume(Instant now)
    {
        if (EndedAt is not null || PausedAt is null) return;
        PausedAt = null;
        Schedule(now);
    }

    public void End(Instant now)
    {
        if (EndedAt is not null) return;
        (EndedAt, NextDueAt, RetryAt, Holds) = (now, null, null, null);
        Raise("plan-ended", Id.Value);
    }

    /// <summary>409 <c>plan-exists</c> where another of these asks the same member in the same pairing in one of its layers, now or later in a taper.</summary>
    public void MustBeAlone(IEnumerable<CheckInPlan> running)
    {
        if (running.Any(p => p.Id != Id && p.Pairing == Pairing && p.Member == Member && p.Layers.Intersect(Layers).Any()))
            throw new RuleBroken("plan-exists", "You are asked in this way already. Change when, instead.");
    }

    private IEnumerable<Layer> Layers => Taper.Steps.Select(s => s.Layer).Append(Layer);

    private Layer Last => Taper.Steps is [.., var step] ? step.Layer : Layer;

    private void Reschedule(Instant now, string code)
    {
        if (PausedAt is null) Schedule(now);
        Raise(code, Id.Value);
    }

    private void Schedule(Instant now) => Follow(Course.From(Layer, Times, Taper, now, LastDate));

    private void Follow(Course to) => (Layer, Times, Taper, NextDate, NextDueAt, RetryAt) = (to.Layer, to.Times, to.Taper, to.Date, to.Due, null);

    private void RequireRunning()
    {
        if (EndedAt is not null) throw new RuleBroken("plan-ended", "This plan has ended.");
    }
}
