using Mentorship.Domain;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.Pairings;

internal static class OwnPairings
{
    /// <summary>One that the actor may see as one of the two, at the version that they saw; else <see cref="NotFound"/> or <see cref="StaleVersion"/>.</summary>
    public static async Task<Pairing> Own(
        this IStore<Pairing, PairingId> pairings, PairingId id, Actor actor, int? version, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(id, cancellation);
        pairing.MustBeVisibleTo(actor.Member);
        pairing.MustBeAt(version);
        return pairing;
    }
}
