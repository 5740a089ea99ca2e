using Mentorship.Domain;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.Pairings;

internal static class OwnPairings
{
    /// <summary>
    /// One that the actor may see as one of the two, at the version that they were shown; else <see cref="NotFound"/> or
    /// <see cref="StaleVersion"/>.
    /// </summary>
    public static async Task<Pairing> Own(
        this IStore<Pairing, PairingId> pairings, PairingId id, Actor actor, int? version, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(id, cancellation);
        pairing.MustBeVisibleTo(actor.Member);
        if (version is { } shown && shown != pairing.VersionFor(actor.Member)) throw new StaleVersion();
        return pairing;
    }
}
