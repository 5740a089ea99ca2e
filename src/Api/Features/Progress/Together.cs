using Mentorship.Domain;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.Progress;

/// <summary>What the two of a pairing keep together is there for them while the pairing lasts, and does not exist for anybody else.</summary>
internal static class Together
{
    public static void MustJoin(this Pairing pairing, MemberId member)
    {
        if (!pairing.Joins(member)) throw new NotFound("pairing");
    }

    public static bool Joins(this Pairing pairing, MemberId member) => pairing.Pair.Has(member) && pairing.State.IsIntroduced();
}
