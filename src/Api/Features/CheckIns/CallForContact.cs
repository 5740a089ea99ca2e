using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>What "I need to talk" does, said at the question or afterwards, and a very hard answer that is not kept to oneself.</summary>
internal sealed class CallForContact(IStore<Concern, ConcernId> concerns, IConcernBook book, IMemberBook members, IClock clock)
{
    /// <summary>
    /// The member's contact is told at once, if there is one, and the coordinators who may hear of them (<see cref="IMemberBook.CoordinatorsFor"/>) learn that something waits; one that waits already takes it up
    /// within <see cref="Concern.OneCall"/>.
    /// </summary>
    public async Task Make(CheckIn checkIn, Pairing pairing, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (!await book.IsNewCall(checkIn.Member, pairing.Id, now - Concern.OneCall, cancellation)) return;
        checkIn.CalledForContact(now);
        var coordinators = await members.CoordinatorsFor([checkIn.Member], cancellation);
        concerns.Add(new Concern(
            checkIn.CommunityId, ConcernKind.HelpAskedFor, checkIn.Member, checkIn.Id.Value, coordinators[checkIn.Member], now,
            pairing.ContactOf(checkIn.Member)));
    }
}
