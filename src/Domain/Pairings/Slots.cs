namespace Mentorship.Domain.Pairings;

/// <summary>The newcomer's places on one pathway and kind, numbered from 0 to the pathway's number of places at once.</summary>
public static class Slots
{
    /// <summary>The first free place, or <c>newcomer-has-mentor</c> when all are taken.</summary>
    public static int FirstFree(IReadOnlyCollection<int> taken, int places)
    {
        for (var slot = 0; slot < places; slot++)
            if (!taken.Contains(slot)) return slot;
        throw new RuleBroken("newcomer-has-mentor", "This newcomer already has someone of this kind on this pathway.");
    }
}
