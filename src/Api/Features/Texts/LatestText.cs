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
/// <param name="Ask">The latest text whose digits can be answered in time, else the latest one with digits; null where none was sent.</param>
public sealed record TextedLast(Instant? At, TextedAsk? Ask);

/// <param name="CheckIn">What it asks for: a check-in, or the latest one of a silence.</param>
/// <param name="Silence">Where it says that the contact will hear of a silence that lasts.</param>
/// <param name="IsOpen">Whether an answer is in time.</param>
/// <param name="IsAnswered">Whether the check-in was answered.</param>
/// <param name="IsCall">Whether its member has asked to be called because of it.</param>
/// <param name="At">When it was sent.</param>
public sealed record TextedAsk(CheckInId CheckIn, SilenceId? Silence, bool IsOpen, bool IsAnswered, bool IsCall, Instant At);

internal sealed class LatestTextHandler(MentorshipDb db, IClock clock) : IRequestHandler<LatestText, TextedLast>
{
    private const int Few = 20; // more are not open at once

    public async Task<TextedLast> Handle(LatestText query, CancellationToken cancellation)
    {
        var texts = await db.Notices.AsNoTracking()
            .Where(n => n.Recipient == query.Member && n.Channel == Channel.Sms && n.State == NoticeState.Sent)
            .OrderByDescending(n => n.SentAt).Take(Few).Select(n => new { n.Subject, n.SentAt }).ToListAsync(cancellation);
        var asked = await Asked(query.Member, [.. texts.Select(t => t.Subject)], cancellation);
        var asks = texts.Where(t => asked.ContainsKey(t.Subject)).Select(t => Ask(asked[t.Subject], t.SentAt!.Value)).ToList();
        return new(texts.FirstOrDefault()?.SentAt, asks.Find(a => a.IsOpen) ?? asks.FirstOrDefault());
    }

    /// <summary>The check-ins that these texts ask for and whose questions the digits answer, and the silences that last with their latest check-in.</summary>
    private async Task<Dictionary<Guid, (CheckIn CheckIn, SilenceId? Silence)>> Asked(MemberId member, IReadOnlyList<Guid> subjects, CancellationToken cancellation)
    {
        var (asked, silent) = (subjects.Select(s => new CheckInId(s)).ToList(), subjects.Select(s => new SilenceId(s)).ToList());
        var ofSilences = await (
            from s in db.Silences.AsNoTracking()
            where silent.Contains(s.Id) && s.Member == member && s.IsOpen == true
            join c in db.CheckIns on s.CheckIn equals c.Id
            select new { s.Id, CheckIn = c }).ToListAsync(cancellation);
        var checkIns = await db.CheckIns.AsNoTracking().Where(c => asked.Contains(c.Id) && c.Member == member).ToListAsync(cancellation);
        var found = ofSilences.ToDictionary(s => s.Id.Value, s => (s.CheckIn, (SilenceId?)s.Id));
        foreach (var checkIn in checkIns.Where(c => c.Layer is Layer.Daily or Layer.Weekly)) found[checkIn.Id.Value] = (checkIn, null);
        return found;
    }

    private TextedAsk Ask((CheckIn CheckIn, SilenceId? Silence) of, Instant at) => new(
        of.CheckIn.Id, of.Silence, of.Silence is not null || of.CheckIn.IsOpenAt(clock.GetCurrentInstant()),
        of.CheckIn.State == CheckInState.Answered, of.CheckIn.ContactAskedAt is not null, at);
}
