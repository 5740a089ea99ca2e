using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>The port for questions about silences that more than one row answers.</summary>
public interface ISilenceBook
{
    /// <summary>Check-ins that have left and whose time for a first repeat has come, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Unanswered>> ToRepeat(Instant now, int take, CancellationToken cancellation);

    /// <summary>Silences that climb now, with what is known about each, the longest due first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Standing>> Due(Instant now, int take, CancellationToken cancellation);

    /// <summary>Those that wait for longer than any rung lets them, at most <paramref name="take"/>: a clock was ahead when they last climbed.</summary>
    Task<IReadOnlyList<Silence>> Ahead(Instant now, int take, CancellationToken cancellation);

    /// <summary>What stands where these check-ins were not answered.</summary>
    Task<OpenSilences> Around(IReadOnlyCollection<CheckIn> checkIns, Instant now, CancellationToken cancellation);

    /// <summary>Those of them that have left, and whose member showed a sign of life since.</summary>
    Task<IReadOnlySet<CheckInId>> Heard(IReadOnlyCollection<CheckIn> checkIns, Instant now, CancellationToken cancellation);

    /// <summary>Those of a pairing that stand.</summary>
    Task<IReadOnlyList<Silence>> OpenOf(PairingId pairing, CancellationToken cancellation);

    /// <summary>Whether what it says is no longer true: it ended, or its member showed a sign of life.</summary>
    Task<bool> IsOver(SilenceId silence, Instant now, CancellationToken cancellation);

    /// <summary>Whether a note of it tells nobody any more: it is over, or the note is the mentor's, and its member is out of reach.</summary>
    Task<bool> TellsNobody(NoticeKind kind, SilenceId silence, Instant now, CancellationToken cancellation);

    void Add(Silence silence);

    void Add(RungTaken taken);
}
