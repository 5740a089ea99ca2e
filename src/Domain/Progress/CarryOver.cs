using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Progress;

/// <summary>
/// What a newcomer said when a pairing was new: whether this mentor may see what was shown to mentors before. Until they have said so
/// there is no row, and nothing of before is seen.
/// </summary>
public sealed class CarryOver : Entity
{
    private CarryOver() { }

    public CarryOver(Pairing pairing) => (CommunityId, Pairing) = (pairing.CommunityId, pairing.Id);

    public PairingId Pairing { get; private init; }

    public bool Carries { get; private set; }

    /// <summary>Taking it back hides what was carried, at once.</summary>
    public void Say(bool carries)
    {
        Carries = carries;
        Raise(PathwayProgress.Changed, Pairing.Value);
    }
}
