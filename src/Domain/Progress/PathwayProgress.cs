using Mentorship.Domain.Notices;
using Mentorship.Domain.Pathways;
using NodaTime;
using Audience = Mentorship.Domain.CheckIns.Audience;

namespace Mentorship.Domain.Progress;

/// <summary>
/// What one member keeps of their own way on one pathway, single for the two; nobody else changes it, and nothing else depends on it. What
/// it says is sealed: in clear stands only when to look at it next.
/// </summary>
public sealed class PathwayProgress : Entity
{
    /// <summary>The one line of the audit trail for whatever a member changes in what is theirs: it tells nothing.</summary>
    public const string Changed = "progress-changed";

    /// <summary>Where each is sealed (<see cref="IVault"/>): table and column.</summary>
    public const string TimePlace = "Progress.Time", WorkPlace = "Progress.Work";

    private PathwayProgress() { }

    public PathwayProgress(CommunityId community, MemberId member, string pathway)
    {
        CommunityId = community;
        Id = ProgressId.New();
        (Member, Pathway) = (member, pathway);
        Raise(Changed, Id.Value);
    }

    public ProgressId Id { get; private init; }
    public MemberId Member { get; private set; }
    public string Pathway { get; private set; } = "";

    /// <summary>A <see cref="TimeRecord"/>; null while the member keeps none.</summary>
    public Sealed? Time { get; private set; }

    /// <summary>Marks on the numbers of the pathway's work; null while there are none.</summary>
    public Sealed? Work { get; private set; }

    public Shown WorkShown { get; private set; } = Shown.ToMeAlone;

    /// <summary>Counts what its member changed, and is what an edit of theirs names: the daily look changes the row too, and nothing of theirs.</summary>
    public int Edition { get; private set; }

    /// <summary>When to look next whether a milestone is reached, on any day alike; null for never.</summary>
    public Instant? NextDueAt { get; private set; }

    /// <summary>To everybody else it does not exist.</summary>
    public void MustBelongTo(MemberId member)
    {
        if (member != Member) throw new NotFound("progress");
    }

    /// <summary>Throws <see cref="StaleVersion"/> unless it is the present one; null asks for no check.</summary>
    public void MustBeAtEdition(int? edition)
    {
        if (edition is { } expected && expected != Edition) throw new StaleVersion();
    }

    /// <summary>409 <c>time-not-counted</c> on a pathway without a clock, <c>definition-not-personal</c> where what is counted is the same for all.</summary>
    public void MustCountTime(string? definition)
    {
        if (Facts.Clock is not { } clock) throw new RuleBroken("time-not-counted", "No time is counted on this pathway.");
        if (definition is not null && !clock.IsPersonal)
            throw new RuleBroken("definition-not-personal", "On this pathway everybody counts the same. Leave out what you count.");
    }

    /// <summary>Keeps a <see cref="TimeRecord"/>, whatever changed in it: a new first day, a correction and who may see it look alike.</summary>
    public void KeepTime(Sealed kept, DateTimeZone zone, Instant now)
    {
        (Time, NextDueAt) = (kept, Milestones.NextLook(Facts, zone, now));
        Edited();
    }

    public void ForgetTime()
    {
        (Time, NextDueAt) = (null, null);
        Edited();
    }

    /// <summary>409 <c>work-not-numbered</c> on a pathway whose work has no numbers, <c>work-number-unknown</c> for one that it does not have.</summary>
    public void MustHaveNumbers(IEnumerable<int> numbers)
    {
        var last = Facts.Work.Numbers;
        if (last == 0) throw new RuleBroken("work-not-numbered", "The work of this pathway has no numbers.");
        if (numbers.Any(number => number < 1 || number > last)) throw new RuleBroken("work-number-unknown", $"The numbers here go from 1 to {last}.");
    }

    public void KeepWork(Sealed kept)
    {
        Work = kept;
        Edited();
    }

    public void ShowWork(Audience to, Instant now)
    {
        WorkShown = Shown.From(to, now);
        Edited();
    }

    /// <summary>
    /// Tells the member, once for each milestone and first day, that there is something kind for them, and moves on. Their zone of now
    /// decides: where the day has not come yet, or is over, nothing is told. Answers the record as it is to be kept.
    /// </summary>
    public TimeRecord TakeDue(TimeRecord time, DateTimeZone zone, Instant now)
    {
        NextDueAt = Milestones.NextLook(Facts, zone, now);
        if (Milestones.ToTellAt(Facts, time.Since, now.InZone(zone)) is not { } reached) return time;
        var mark = time.MarkOf(reached);
        if (time.Told.Contains(mark)) return time;
        Raise("kind-word", mark, new Telling(Member, NoticeKind.KindWord));
        return time.Tell(mark);
    }

    /// <summary>What it was told to keep of <see cref="TakeDue"/>.</summary>
    public void KeepTold(Sealed kept) => Time = kept;

    /// <summary>Nobody can read it any more, so there is nothing to be found.</summary>
    public void StopLooking() => NextDueAt = null;

    /// <summary>It could not be looked at: it is tried again in an hour, so that it does not hold up the others.</summary>
    public void PushBack(Instant now) => NextDueAt = now + Duration.FromHours(1);

    private void Edited()
    {
        Edition++;
        Raise(Changed, Id.Value);
    }

    private Pathway Facts => PathwayCatalogue.Current.Get(Pathway);
}
