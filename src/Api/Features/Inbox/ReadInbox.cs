using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Inbox;

/// <summary>What the caller was told, oldest first: the inbox is always on.</summary>
public sealed record ReadInbox(Actor Actor, Cursor After, int Limit) : IQuery<Page<InboxItem>>, IActed;

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
        var page = await db.Notices.AsNoTracking()
            .Where(n => n.Recipient == query.Actor.Member && n.Channel == Channel.Email).After(query.After, n => n.CreatedAt, n => n.Id)
            .OrderBy(n => n.CreatedAt).ThenBy(n => n.Id)
            .Select(n => new InboxItem(n.Id.Value, n.Kind, n.Subject, null, n.CreatedAt, n.ReadAt))
            .ToPage(query.Limit, n => new(n.CreatedAt, n.Id), cancellation);
        var pairings = await PairingsOfCheckIns(page.Items, cancellation);
        var silent = page.Items.Where(n => n.Kind.IsOfSilence()).Select(n => new SilenceId(n.Subject)).ToList();
        foreach (var silence in await db.Silences.AsNoTracking().Where(s => silent.Contains(s.Id)).ToListAsync(cancellation))
            pairings[silence.Id.Value] = silence.Pairing.Value;
        var untold = await Untold(page.Items, cancellation);
        return page with { Items = [.. page.Items.Where(n => !untold.Contains(n.Id)).Select(n => n with { PairingId = PairingOf(n, pairings) })] };
    }

    /// <summary>By the subject of each that is of a check-in; a call for contact is about the concern that arose from one, or from the pairing itself.</summary>
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

    /// <summary>Where the note of a silence tells nobody any more, nobody is told here either.</summary>
    private async Task<IReadOnlySet<Guid>> Untold(IReadOnlyList<InboxItem> items, CancellationToken cancellation)
    {
        var ofSilence = items.Where(n => n.Kind.IsOfSilence()).Select(n => new NoticeId(n.Id)).ToList();
        var unsent = await db.Notices.AsNoTracking().Where(n => ofSilence.Contains(n.Id) && n.SentAt == null).ToListAsync(cancellation);
        var (untold, now) = (new HashSet<Guid>(), clock.GetCurrentInstant());
        foreach (var notice in unsent)
            if (await silences.TellsNobody(notice.Kind, new(notice.Subject), now, cancellation)) untold.Add(notice.Id.Value);
        return untold;
    }

    private static Guid? PairingOf(InboxItem item, Dictionary<Guid, Guid> ofSubjects) => item.Kind switch
    {
        NoticeKind.PairingOffered or NoticeKind.PairingIntroduced or NoticeKind.PairingEnded => item.Subject,
        _ => ofSubjects.TryGetValue(item.Subject, out var pairing) ? pairing : null,
    };
}
