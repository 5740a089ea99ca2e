using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>What a member's answer by text would be an answer to.</summary>
public sealed record LatestText(Actor Actor, MemberId Member) : IQuery<TextedLast>, IActed;

/// <param name="At">When the latest text was sent to them; null when none was.</param>
/// <param name="Open">The check-in of the latest text that asks for one and can still be answered in time.</param>
/// <param name="OpenAt">When that text was sent.</param>
public sealed record TextedLast(Instant? At, CheckInId? Open, Instant? OpenAt);

internal sealed class LatestTextHandler(MentorshipDb db, IClock clock) : IRequestHandler<LatestText, TextedLast>
{
    private const int Few = 20; // more are not open at once

    public async Task<TextedLast> Handle(LatestText query, CancellationToken cancellation)
    {
        var texts = await db.Notices.AsNoTracking()
            .Where(n => n.Recipient == query.Member && n.Channel == Channel.Sms && n.State == NoticeState.Sent)
            .OrderByDescending(n => n.SentAt).Take(Few).Select(n => new { n.Subject, n.SentAt }).ToListAsync(cancellation);
        var subjects = texts.Select(t => new CheckInId(t.Subject)).ToList();
        var now = clock.GetCurrentInstant();
        var asked = await db.CheckIns.AsNoTracking().Where(c => subjects.Contains(c.Id) && c.Member == query.Member).ToListAsync(cancellation);
        var open = asked.Where(c => c.IsOpenAt(now)).Select(c => c.Id.Value).ToHashSet();
        var latest = texts.FirstOrDefault(t => open.Contains(t.Subject));
        return new(texts.FirstOrDefault()?.SentAt, latest is null ? null : new CheckInId(latest.Subject), latest?.SentAt);
    }
}
