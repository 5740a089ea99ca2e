using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Domain.Progress;

/// <summary>A goal that the two of a pairing set together: both see and edit it. Its text is sealed with the newcomer's key, for it is about them.</summary>
public sealed class Goal : Entity
{
    public const int MostOfPairing = 50, LongestText = 500;

    /// <summary>Where the text is sealed (<see cref="IVault"/>): table and column.</summary>
    public const string TextPlace = "Goals.Text";

    private Goal() { }

    public Goal(Pairing pairing, Instant now)
    {
        CommunityId = pairing.CommunityId;
        Id = GoalId.New();
        (Pairing, SetBy, SetAt) = (pairing.Id, pairing.Newcomer, now);
    }

    public GoalId Id { get; private init; }
    public PairingId Pairing { get; private set; }

    /// <summary>Whose words it is in, as it stands.</summary>
    public MemberId SetBy { get; private set; }

    public Sealed Text { get; private set; }
    public GoalState State { get; private set; }
    public Instant SetAt { get; private set; }

    public void Say(MemberId by, Sealed text)
    {
        (SetBy, Text) = (by, text);
        Raise(PathwayProgress.Changed, Id.Value);
    }

    public void Stand(GoalState state)
    {
        if (State == state) return;
        State = state;
        Raise(PathwayProgress.Changed, Id.Value);
    }
}
