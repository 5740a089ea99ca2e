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
    /// The member's contact is told at once, if there is one (<see cref="CheckIn.ContactIn"/>), and the coordinators who may hear of them
    /// (<see cref="IMemberBook.CoordinatorsFor"/>) learn that something waits; one that waits already and told the contact too takes it up within
    /// <see cref="Concern.OneCall"/>.
    /// </summary>
    public async Task Make(CheckIn checkIn, Pairing pairing, CancellationToken cancellation)
    {
        if (await IsMade(checkIn.Member, checkIn.Id.Value, pairing, checkIn.ContactIn(pairing), cancellation))
            checkIn.CalledForContact(clock.GetCurrentInstant());
    }

    /// <summary>The same of a member whom no check-in of the pairing has asked anything yet.</summary>
    public Task Make(MemberId caller, Pairing pairing, CancellationToken cancellation) =>
        IsMade(caller, pairing.Id.Value, pairing, pairing.ContactOf(caller), cancellation);

    private async Task<bool> IsMade(MemberId caller, Guid by, Pairing pairing, MemberId? contact, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (!await book.IsNewCall(caller, pairing.Id, tellsContact: contact is not null, now - Concern.OneCall, cancellation)) return false;
        var coordinators = await members.CoordinatorsFor([caller], cancellation);
        concerns.Add(new Concern(pairing.CommunityId, ConcernKind.HelpAskedFor, caller, by, coordinators[caller], now, contact));
        return true;
    }
}
