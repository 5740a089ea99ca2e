using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>What "I need to talk" does, said at the question or afterwards.</summary>
internal static class CallForContact
{
    /// <summary>Once for a check-in: the contact, if there is one, is told at once, and coordinators learn that something waits.</summary>
    public static async Task Call(
        this IStore<Concern, ConcernId> concerns, CheckIn checkIn, Pairing pairing, IMemberBook members, Instant now, CancellationToken cancellation)
    {
        if (!checkIn.AskForContact(pairing.ContactOf(checkIn.Member), now)) return;
        var coordinators = await members.Coordinators(cancellation);
        concerns.Add(new Concern(checkIn.CommunityId, ConcernKind.HelpAskedFor, checkIn.Member, checkIn.Id.Value, coordinators, now));
    }
}
