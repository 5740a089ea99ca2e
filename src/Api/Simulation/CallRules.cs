using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// A call for help is told: it is on the list within the minute, once; its contact and the coordinators are told and nobody else; and the
/// note to the contact leaves as soon as anything may.
/// </summary>
internal sealed class CallRules(Town town, Weather weather)
{
    private const int StepsToLeave = 2;

    private readonly Dictionary<ConcernId, (PairingId Pair, Instant By)> _awaited = [];

    public async Task<IReadOnlyList<string>> Broken()
    {
        var raised = await Raised();
        return
        [
            .. town.Calls.Where(c => !raised.Exists(r => Answers(r, c)))
                .Select(c => $"a call of member {c.Member} at {c.At} is on no list"),
            .. raised.Where(r => !town.Calls.Exists(c => Answers(r, c)))
                .Select(r => $"concern {r.Concern.Id} was raised by nobody's call"),
            .. raised.GroupBy(r => (r.Concern.About, r.Pair?.Id, r.Concern.RaisedAt)).Where(g => g.Count() > 1)
                .Select(g => $"one call of member {g.Key.About} is told {g.Count()} times"),
            .. await Told(raised),
            .. await NotHandedOver(),
        ];
    }

    private static bool Answers(RaisedCall raised, Call call) =>
        raised.Concern.About == call.Member
        && raised.Concern.RaisedAt >= call.At && raised.Concern.RaisedAt < call.At + Duration.FromMinutes(1);

    private async Task<List<RaisedCall>> Raised()
    {
        var since = town.Yesterday;
        var concerns = await town.Read(db => db.Concerns.AsNoTracking()
            .Where(c => c.Kind == ConcernKind.HelpAskedFor && c.RaisedAt >= since).ToListAsync());
        var ids = concerns.Select(c => new CheckInId(c.Subject)).ToList();
        var pairs = await town.Read(db => (
            from c in db.CheckIns.AsNoTracking()
            where ids.Contains(c.Id)
            join p in db.Pairings.AsNoTracking() on c.Pairing equals p.Id
            select new { c.Id, c.Layer, Pairing = p }).ToDictionaryAsync(x => x.Id.Value, x => (x.Pairing, IsOfPulse: x.Layer == Layer.Monthly)));
        var themselves = concerns.Select(c => new PairingId(c.Subject)).ToList(); // a call by text that answers no check-in
        foreach (var pair in await town.Read(db => db.Pairings.AsNoTracking().Where(p => themselves.Contains(p.Id)).ToListAsync()))
            pairs[pair.Id.Value] = (pair, false);
        return [.. concerns.Select(c => pairs.TryGetValue(c.Subject, out var by) ? new RaisedCall(c, by.Pairing, by.IsOfPulse) : new(c, null, false))];
    }

    private async Task<IReadOnlyList<string>> Told(List<RaisedCall> raised)
    {
        var notices = (await Notices([.. raised.Select(r => r.Concern.Id)])).ToLookup(n => n.Subject);
        var broken = new List<string>();
        foreach (var call in raised.Where(r => r.Pair?.ClosedAt != r.Concern.RaisedAt)) // which of the two came first, no row tells
        {
            var told = notices[call.Concern.Id.Value].Where(n => n.Channel == Channel.Email).Select(n => (n.Recipient, n.Kind)).ToHashSet();
            if (!told.SetEquals(call.MustBeTold(town.Coordinator.Member)))
                broken.Add($"concern {call.Concern.Id} is not told to its contact and the coordinators, and to them alone");
            if (call.Contact is not null)
                _awaited.TryAdd(call.Concern.Id, (call.Pair!.Id, weather.StepAfter(call.Concern.RaisedAt, StepsToLeave)));
        }
        return broken;
    }

    /// <summary>Of those whose time to leave is over, by whatever channel; not where the contact cannot be reached or the two parted.</summary>
    private async Task<IReadOnlyList<string>> NotHandedOver()
    {
        var due = _awaited.Where(a => a.Value.By < town.Now).ToDictionary();
        foreach (var concern in due.Keys) _awaited.Remove(concern);
        var notes = (await Notices([.. due.Keys])).Where(n => n.Kind == NoticeKind.SomeoneAsksForContact).ToLookup(n => n.Subject);
        var pairs = due.Values.Select(d => d.Pair).ToList();
        var parted = await town.Read(db => db.Pairings
            .Where(p => pairs.Contains(p.Id) && p.ClosedAt != null).Select(p => p.Id).ToListAsync());
        return
        [
            .. due.Where(d => !parted.Contains(d.Value.Pair) && notes[d.Key.Value].All(n => !(n.SentAt <= d.Value.By) && IsReached(n, d.Value.By)))
                .Select(d => $"concern {d.Key} had not left for its contact by {d.Value.By}"),
        ];
    }

    private Task<List<Notice>> Notices(List<ConcernId> concerns)
    {
        var subjects = concerns.Select(c => c.Value).ToList();
        return town.Read(db => db.Notices.AsNoTracking().Where(n => subjects.Contains(n.Subject)).ToListAsync());
    }

    /// <summary>All the time that it had to leave: who has chosen since what it goes by was not reached by it then.</summary>
    private bool IsReached(Notice note, Instant by) => town.Find(note.Recipient) is { } contact
        && contact.Hears(note.Channel, note.CreatedAt) && contact.Hears(note.Channel, by)
        && !(note.Channel == Channel.Email && town.Host.Post.Gone.Contains(contact.Email));

    private sealed record RaisedCall(Concern Concern, Pairing? Pair, bool IsOfPulse)
    {
        /// <summary>Whom it was to reach when it was made; null for the coordinators alone.</summary>
        public MemberId? Contact =>
            Pair is { } pair && !IsOfPulse && !(pair.ClosedAt <= Concern.RaisedAt) ? AddresseeRules.Other(pair, Concern.About) : null;

        public IEnumerable<(MemberId, NoticeKind)> MustBeTold(MemberId coordinator)
        {
            yield return (coordinator, NoticeKind.CoordinatorLook);
            if (Contact is { } contact) yield return (contact, NoticeKind.SomeoneAsksForContact);
        }
    }
}
