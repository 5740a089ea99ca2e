using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Mentorship.Infrastructure.Persistence.Repeats;
using Mentorship.Infrastructure.Persistence.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Deletes what time has made useless, in every community: sessions, links, invitations, unconfirmed addresses and mails that have ended, answers that were kept
/// for a day, the marks of texts, and kind words.
/// </summary>
internal sealed class ExpiredRows(MentorshipDb db, KeptAnswers answers, ReceivedTexts texts, IClock clock)
{
    private static readonly Duration KindWordsKeptFor = Duration.FromDays(30);

    public async Task Delete(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await db.Set<Session>().Where(s => s.EndsAt < now).ExecuteDeleteAsync(cancellation);
        await db.Set<AccountToken>().Where(t => t.EndsAt < now).ExecuteDeleteAsync(cancellation);
        await db.Set<Invitation>().IgnoreQueryFilters([MentorshipDb.CommunityFilter]).Where(i => i.EndsAt < now)
            .ExecuteDeleteAsync(cancellation);
        await db.Set<AddressChange>().IgnoreQueryFilters([MentorshipDb.CommunityFilter]).Where(c => c.EndsAt < now)
            .ExecuteDeleteAsync(cancellation);
        await answers.Forget(now, cancellation);
        await texts.Forget(now, cancellation);
        var webhooksBefore = now - WebhookMessage.KeptFor;
        await db.WebhookMessages.IgnoreQueryFilters([MentorshipDb.CommunityFilter]).Where(m => m.At < webhooksBefore)
            .ExecuteDeleteAsync(cancellation);
        // The times of several kind words would tell a first day; that each was told is kept with it, sealed.
        var kindWordsBefore = now - KindWordsKeptFor;
        await db.Notices.IgnoreQueryFilters([MentorshipDb.CommunityFilter]).Where(n => n.Kind == NoticeKind.KindWord && n.CreatedAt < kindWordsBefore)
            .ExecuteDeleteAsync(cancellation);
        await db.Set<AccountMail>().Where(m => m.EndsAt < now).ExecuteDeleteAsync(cancellation);
    }
}
