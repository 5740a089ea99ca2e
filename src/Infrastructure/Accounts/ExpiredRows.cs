using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Mentorship.Infrastructure.Persistence.Repeats;
using Mentorship.Infrastructure.Persistence.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Deletes what time has made useless, in every community: sessions, links, invitations, unconfirmed addresses and mails that have ended, answers that were kept
/// for a day, and the marks of texts.
/// </summary>
internal sealed class ExpiredRows(MentorshipDb db, KeptAnswers answers, ReceivedTexts texts, IClock clock)
{
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
        await db.Set<AccountMail>().Where(m => m.EndsAt < now).ExecuteDeleteAsync(cancellation);
    }
}
