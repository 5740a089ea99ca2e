namespace Mentorship.Domain.Pairings;

/// <summary>proposed → approved → introduced → active → ended, with a pause once they are introduced; or dismissed, declined, lapsed.</summary>
public enum PairingState
{
    Proposed,
    Approved,
    Introduced,
    Active,
    Paused,
    Ended,
    Dismissed,
    Declined,
    Lapsed,
}

public static class PairingStates
{
    /// <summary>The states that hold one of the mentor's places.</summary>
    public static bool HoldsPlace(this PairingState state) =>
        state is PairingState.Approved or PairingState.Introduced or PairingState.Active or PairingState.Paused;

    /// <summary>The states in which the two may see what the other chose to share.</summary>
    public static bool IsIntroduced(this PairingState state) =>
        state is PairingState.Introduced or PairingState.Active or PairingState.Paused;
}
