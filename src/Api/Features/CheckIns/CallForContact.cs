using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>What "I need to talk" does, said at the question or afterwards, and a very hard answer that is not kept to oneself.</summary>
internal sealed class CallForContact(
    IStore<Concern, ConcernId> concerns, IConcernBook book, IStore<Member, MemberId> people, IMemberBook members, IClock clock)
{
    /// <summary>
    /// The member's contact is told at once, if there is one, and coordinators learn that something waits; one that waits already may take it up,
    /// see <see cref="Concern.SameCallSince"/>.
    /// </summary>
    public async Task Make(CheckIn checkIn, Pairing pairing, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var caller = await people.Get(checkIn.Member, cancellation);
        var since = Concern.SameCallSince(now, Zones.Get(caller.Profile.ZoneId));
        if (await book.HasOpenCall(caller.Id, pairing.Id, since, cancellation)) return;
        checkIn.CalledForContact(now);
        var coordinators = await members.Coordinators(cancellation);
        concerns.Add(new Concern(
            checkIn.CommunityId, ConcernKind.HelpAskedFor, caller.Id, checkIn.Id.Value, coordinators, now, pairing.ContactOf(caller.Id)));
    }
}
