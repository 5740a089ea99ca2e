using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>The port for questions about silences that more than one row answers.</summary>
public interface ISilenceBook
{
    /// <summary>Check-ins whose time for a first repeat has come, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<CheckIn>> ToRepeat(Instant now, int take, CancellationToken cancellation);

    /// <summary>Silences that climb now, with what is known about each, the longest due first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Standing>> Due(Instant now, int take, CancellationToken cancellation);

    /// <summary>What stands where these check-ins were not answered.</summary>
    Task<OpenSilences> Around(IReadOnlyCollection<CheckIn> checkIns, CancellationToken cancellation);

    /// <summary>Whether what it says is no longer true: it ended, or its member showed a sign of life.</summary>
    Task<bool> IsOver(SilenceId silence, CancellationToken cancellation);

    /// <summary>Those of a member that stand, in whichever pairing.</summary>
    Task<IReadOnlyList<Silence>> OpenOf(MemberId member, CancellationToken cancellation);

    /// <summary>Those that stand in a pairing.</summary>
    Task<IReadOnlyList<Silence>> OpenIn(PairingId pairing, CancellationToken cancellation);

    void Add(Silence silence);

    void Add(RungTaken taken);
}
