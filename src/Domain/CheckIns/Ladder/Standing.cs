using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>What is known about a silence when a rung is due.</summary>
/// <param name="LastSign">The latest sign of life since it began; null for none.</param>
/// <param name="FirstNote">What became of the note that tells the member first.</param>
/// <param name="Recent">Rungs of any silence taken within <see cref="Rung.LongestCoolDown"/>; what a batch takes is added, so that two silences of one
/// batch do not tell one person at once.</param>
public sealed record Standing(
    Silence Silence, Pairing Pairing, Member Member, CheckIn CheckIn, CheckInPlan Plan, Instant? LastSign, FirstNote FirstNote,
    ICollection<RungTaken> Recent)
{
    /// <summary>Why the ladder ends here; null while it goes on.</summary>
    public SilenceEnd? EndsBy(Instant now)
    {
        if (LastSign is not null) return SilenceEnd.SignOfLife;
        if (Pairing.State is not (PairingState.Introduced or PairingState.Active)) return SilenceEnd.AtRest;
        if (Plan.EndedAt is not null && !IsReplaced(now)) return SilenceEnd.AtRest;
        if (Member.DaysOff.Includes(Plan.Times.Today(now))) return SilenceEnd.AtRest; // and its note was dropped for that, not lost
        return IsOutOfReach(Member, FirstNote) ? SilenceEnd.OutOfReach : null;
    }

    /// <summary>Whether nobody told the member first, or no way is left to tell them.</summary>
    public static bool IsOutOfReach(Member member, FirstNote note) => member is { EmailNotices: false, SmsNotices: false } || note.IsLost;

    /// <summary>Whether the member can be told by a second channel, which is then e-mail (see <see cref="Notices.NoticeKinds.GoesByOneWay"/>).</summary>
    public bool HasOtherWay => Member is { EmailNotices: true, SmsNotices: true, Contact.Email: not null };

    /// <summary>Whether a note of the check-in that is sent now could still be answered when it arrives, after the quiet hours.</summary>
    public bool ArrivesOpen(Instant now) => CheckIn.IsOpenAt(Member.Quiet.FirstAllowed(now, Zones.Get(Member.Profile.ZoneId)));

    /// <summary>See <see cref="CheckIn.RepeatsAt"/>.</summary>
    public Instant RepeatsAt(Duration after) => CheckIn.RepeatsAt(after, Member.Quiet, Member.Profile.ZoneId);

    /// <summary>Whom a rung tells; of whom, where it tells the coordinators.</summary>
    public MemberId Told(RungFor whom) => whom == RungFor.Mentor ? Pairing.Mentor : Member.Id;

    /// <summary>When the same person may be told the same again; null for at once.</summary>
    public Instant? CoolsUntil(Rung rung) => Recent.Where(r => r.Rung == rung.Code && r.Told == Told(rung.To)).Max(r => (Instant?)r.At) + rung.CoolDown;

    /// <summary>The plan has taken a date that has not come, and so another asks in its place: see <see cref="CheckInPlan.BeginAnew"/>.</summary>
    private bool IsReplaced(Instant now) => Plan.LastDate > now.InUtc().Date.PlusDays(1);
}

/// <summary>The note that tells the member first: when it left, or that it never will.</summary>
public readonly record struct FirstNote(Instant? LeftAt, bool IsLost);
