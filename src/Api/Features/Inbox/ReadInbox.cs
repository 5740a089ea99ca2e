using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Inbox;

/// <summary>What the caller was told, oldest first unless asked otherwise: the inbox is always on.</summary>
public sealed record ReadInbox(Actor Actor, Cursor After, int Limit, bool NewestFirst = false) : IQuery<Page<InboxItem>>, IActed;

/// <param name="Id">The notice.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The id of the row that it is about: a pairing, a request, a check-in, a silence or a concern; of a kind word a mark that names no row.</param>
/// <param name="PairingId">The pairing that it is about, itself or by a check-in, a call or a silence, which says who the other is; null where it is about none.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ReadAt">UTC; null while unread.</param>
public sealed record InboxItem(Guid Id, NoticeKind Kind, Guid Subject, Guid? PairingId, Instant CreatedAt, Instant? ReadAt);

internal sealed class ReadInboxHandler(MentorshipDb db, ISilenceBook silences, IClock clock) : IRequestHandler<ReadInbox, Page<InboxItem>>
{
    public async Task<Page<InboxItem>> Handle(ReadInbox query, CancellationToken cancellation)
    {
        // What is by e-mail is there for every telling, once.
        var rows = db.Notices.AsNoTracking()
            .Where(n => n.Recipient == query.Actor.Member && n.Channel == Channel.Email)
            .After(query.After, n => n.CreatedAt, n => n.Id, downwards: query.NewestFirst);
        var page = await (query.NewestFirst
                ? rows.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id)
                : rows.OrderBy(n => n.CreatedAt).ThenBy(n => n.Id))
            .Select(n => new InboxItem(n.Id.Value, n.Kind, n.Subject, null, n.CreatedAt, n.ReadAt))
            .ToPage(query.Limit, n => new(n.CreatedAt, n.Id), cancellation);
        var pairings = await PairingsOfCheckIns(page.Items, cancellation);
        var silent = page.Items.Where(n => n.Kind.IsOfSilence()).Select(n => new SilenceId(n.Subject)).ToList();
        foreach (var silence in await db.Silences.AsNoTracking().Where(s => silent.Contains(s.Id)).ToListAsync(cancellation))
            pairings[silence.Id.Value] = silence.Pairing.Value;
        IReadOnlyList<InboxItem> items = [.. page.Items.Select(n => n with { PairingId = PairingOf(n, pairings) })];
        var unsent = await Unsent(items, query.Actor.Member, cancellation);
        var untold = (await OfSilencesOver(unsent, cancellation)).Concat(await OfPartedContacts(unsent, cancellation)).ToHashSet();
        return page with { Items = [.. items.Where(n => !untold.Contains(n.Id))] };
    }

    /// <summary>By the subject of each that is of a check-in; a call for contact is about the concern that arose from one, or from the pairing.</summary>
    private async Task<Dictionary<Guid, Guid>> PairingsOfCheckIns(IReadOnlyList<InboxItem> items, CancellationToken cancellation)
    {
        var called = items.Where(n => n.Kind == NoticeKind.SomeoneAsksForContact).Select(n => new ConcernId(n.Subject)).ToList();
        var calls = await db.Concerns.AsNoTracking().Where(c => called.Contains(c.Id)).Select(c => new { c.Id, c.Subject }).ToListAsync(cancellation);
        var asked = items.Where(n => n.Kind.AsksForAnswer() || n.Kind.AsksForContact()).Select(n => n.Subject)
            .Concat(calls.Select(c => c.Subject)).Select(s => new CheckInId(s)).ToList();
        var pairings = await db.CheckIns.AsNoTracking().Where(c => asked.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id.Value, c => c.Pairing.Value, cancellation);
        var subjects = calls.Select(c => new PairingId(c.Subject)).ToList();
        foreach (var pairing in await db.Pairings.Where(p => subjects.Contains(p.Id)).Select(p => p.Id.Value).ToListAsync(cancellation))
            pairings[pairing] = pairing;
        foreach (var call in calls)
            if (pairings.TryGetValue(call.Subject, out var pairing)) pairings[call.Id.Value] = pairing;
        return pairings;
    }

    /// <summary>What may come to tell nobody, and has left by no channel.</summary>
    private async Task<IReadOnlyList<InboxItem>> Unsent(IReadOnlyList<InboxItem> items, MemberId me, CancellationToken cancellation)
    {
        var passing = items.Where(n => n.Kind.IsOfSilence() || n.Kind.AsksForContact()).ToList();
        var subjects = passing.Select(n => n.Subject).ToList();
        var told = await db.Notices.Where(n => n.Recipient == me && subjects.Contains(n.Subject) && n.State == NoticeState.Sent)
            .Select(n => new { n.Subject, n.Kind }).ToListAsync(cancellation);
        return [.. passing.Where(n => !told.Contains(new { n.Subject, n.Kind }))];
    }

    /// <summary>Where the note of a silence tells nobody any more, nobody is told here either.</summary>
    private async Task<IReadOnlyList<Guid>> OfSilencesOver(IReadOnlyList<InboxItem> unsent, CancellationToken cancellation)
    {
        var (untold, now) = (new List<Guid>(), clock.GetCurrentInstant());
        foreach (var item in unsent.Where(n => n.Kind.IsOfSilence()))
            if (await silences.TellsNobody(item.Kind, new(item.Subject), now, cancellation)) untold.Add(item.Id);
        return untold;
    }

    /// <summary>Who was nobody's contact any more before they were told is not told here either.</summary>
    private async Task<IReadOnlyList<Guid>> OfPartedContacts(IReadOnlyList<InboxItem> unsent, CancellationToken cancellation)
    {
        var asks = unsent.Where(n => n.Kind.AsksForContact() && n.PairingId is not null).ToList();
        var pairings = asks.Select(n => new PairingId(n.PairingId!.Value)).Distinct().ToList();
        var parted = await db.Pairings.Where(p => pairings.Contains(p.Id) && p.ClosedAt != null)
            .Select(p => p.Id.Value).ToListAsync(cancellation);
        return [.. asks.Where(n => parted.Contains(n.PairingId!.Value)).Select(n => n.Id)];
    }

    private static Guid? PairingOf(InboxItem item, Dictionary<Guid, Guid> ofSubjects) => item.Kind switch
    {
        NoticeKind.PairingOffered or NoticeKind.PairingIntroduced or NoticeKind.PairingEnded => item.Subject,
        _ => ofSubjects.TryGetValue(item.Subject, out var pairing) ? pairing : null,
    };
}
