using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>The silences that stand, and who showed a sign of life, where some check-ins were not answered.</summary>
/// <param name="open">Those of the pairings and members of the check-ins.</param>
/// <param name="lastSigns">The latest sign of life of each member who showed one since the earliest of all of them.</param>
/// <param name="ofNewcomers">The check-ins that ask newcomers: nobody watches mentors.</param>
public sealed class OpenSilences(IEnumerable<Silence> open, IReadOnlyDictionary<MemberId, Instant> lastSigns, IReadOnlySet<CheckInId> ofNewcomers)
{
    private readonly List<Silence> _open = [.. open];

    /// <summary>Those that began with one of the check-ins.</summary>
    public List<Silence> Begun { get; } = [];

    /// <summary>
    /// The silence that an unanswered check-in belongs to, begun with it where none stands; null where it is a mentor's, or its member
    /// showed a sign of life after it had left.
    /// </summary>
    public Silence? Of(CheckIn checkIn, Instant now)
    {
        if (!ofNewcomers.Contains(checkIn.Id)) return null;
        var sign = lastSigns.TryGetValue(checkIn.Member, out var seen) ? seen : (Instant?)null;
        var silence = _open.Find(s => s.IsOpen == true && s.Pairing == checkIn.Pairing && s.Member == checkIn.Member);
        if (sign >= silence?.BeganAt || silence?.BeganAt > now) // or a clock was ahead when it began
        {
            silence.End(SilenceEnd.SignOfLife, now);
            silence = null;
        }
        return sign >= checkIn.SentAt ? null : silence ?? Begin(checkIn);
    }

    private Silence Begin(CheckIn checkIn)
    {
        var silence = new Silence(checkIn);
        _open.Add(silence);
        Begun.Add(silence);
        return silence;
    }
}
