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
    /// <summary>Once for a check-in: its mentor is told at once while the pairing lasts, and coordinators learn that something waits.</summary>
    public static async Task Call(
        this IStore<Concern, ConcernId> concerns, CheckIn checkIn, Pairing pairing, IMemberBook members, Instant now, CancellationToken cancellation)
    {
        // Once it has ended, only coordinators learn of it.
        if (!checkIn.AskForContact(pairing.State.IsIntroduced() ? pairing.Mentor : null, now)) return;
        var coordinators = await members.Coordinators(cancellation);
        concerns.Add(new Concern(checkIn.CommunityId, ConcernKind.HelpAskedFor, checkIn.Member, checkIn.Id.Value, coordinators, now));
    }
}
