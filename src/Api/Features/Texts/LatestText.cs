using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>What a member's answer by text would be an answer to.</summary>
public sealed record LatestText(Actor Actor, MemberId Member) : IQuery<TextedLast>, IActed;

/// <param name="At">When the latest text was sent to them; null when none was.</param>
/// <param name="Asked">
/// The daily and weekly check-ins that texts told of, or that left by another way within seven days, the latest first: no digit answers
/// those of other layers.
/// </param>
/// <param name="WithContact">The pairing that runs in which they have a contact, of several the latest begun; null where there is none.</param>
public sealed record TextedLast(Instant? At, IReadOnlyList<TextedCheckIn> Asked, PairingId? WithContact)
{
    /// <summary>When the latest was sent that can still be answered in time.</summary>
    public Instant? OpenAt => Asked.FirstOrDefault(c => c.IsOpen)?.At;
}

/// <param name="Id">The check-in.</param>
/// <param name="At">When the latest text about it was sent; when it left, where none was.</param>
/// <param name="IsOpen">Whether it can be answered in time.</param>
/// <param name="IsLate">Whether an answer would be late, and is still to be expected.</param>
/// <param name="HasContact">Whether its pairing runs and they have a contact in it.</param>
public sealed record TextedCheckIn(CheckInId Id, Instant At, bool IsOpen, bool IsLate, bool HasContact);

internal sealed class LatestTextHandler(MentorshipDb db, IClock clock) : IRequestHandler<LatestText, TextedLast>
{
    private const int Few = 20; // more are not open at once

    private static readonly Duration LatestAnswer = Duration.FromDays(7);

    public async Task<TextedLast> Handle(LatestText query, CancellationToken cancellation)
    {
        var texts = await db.Notices.AsNoTracking()
            .Where(n => n.Recipient == query.Member && n.Channel == Channel.Sms && n.State == NoticeState.Sent)
            .OrderByDescending(n => n.SentAt).Take(Few).Select(n => new { n.Subject, At = n.SentAt!.Value }).ToListAsync(cancellation);
        var textedAt = texts.DistinctBy(t => t.Subject).ToDictionary(t => new CheckInId(t.Subject), t => t.At);
        var now = clock.GetCurrentInstant();
        var (texted, since) = (textedAt.Keys.ToList(), now - LatestAnswer);
        var asked = await db.CheckIns.AsNoTracking()
            .Where(c => c.Member == query.Member && (c.Layer == Layer.Daily || c.Layer == Layer.Weekly))
            .Where(c => texted.Contains(c.Id) || c.SentAt > since).ToListAsync(cancellation);
        var withContact = await WithContact(query.Member, cancellation);
        var all = asked.Select(c => Of(c, textedAt.TryGetValue(c.Id, out var at) ? at : c.SentAt!.Value, now, withContact));
        return new(texts.FirstOrDefault()?.At, [.. all.OrderByDescending(c => c.At)], withContact is [var latest, ..] ? latest : null);
    }

    private async Task<List<PairingId>> WithContact(MemberId me, CancellationToken cancellation)
    {
        var running = await db.Pairings.AsNoTracking()
            .Where(p => (p.Newcomer == me || p.Mentor == me) && p.IntroducedAt != null && p.ClosedAt == null)
            .OrderByDescending(p => p.IntroducedAt).ToListAsync(cancellation);
        return [.. running.Where(p => p.ContactOf(me) is not null).Select(p => p.Id)];
    }

    private static TextedCheckIn Of(CheckIn asked, Instant at, Instant now, List<PairingId> withContact)
    {
        var isOpen = asked.IsOpenAt(now);
        var isLate = !isOpen && asked.State != CheckInState.Answered && now < at + LatestAnswer;
        return new(asked.Id, at, isOpen, isLate, withContact.Contains(asked.Pairing));
    }
}
