using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>
/// How many plans, notices and account mails are late, of all communities together; calls for help count as soon as they are, and as notices
/// later. Messages for webhooks are counted apart: the tools of a community are its own, and no trouble of the service.
/// </summary>
public readonly record struct Lateness(int Plans, int Notices, int Calls, int AccountMails, int WebhookMessages)
{
    public bool Any => Plans + Notices + Calls + AccountMails > 0;
}

/// <summary>Counts what is late, community by community for the reason told at <see cref="DueWork"/>; a count names nobody.</summary>
public sealed class OverdueWork(MentorshipDb db)
{
    /// <summary>
    /// Plans that were due by <paramref name="plansBy"/> and are not taken; notices that should have left by <paramref name="noticesBy"/>; calls
    /// for help that were made by <paramref name="callsBy"/> and have not left; account mails and messages for webhooks as old as late notices.
    /// </summary>
    public async Task<Lateness> Count(Instant plansBy, Instant noticesBy, Instant callsBy, CancellationToken cancellation)
    {
        var late = new Lateness(
            await Sum(db.Plans.Where(p => p.NextDueAt <= plansBy), cancellation), 0, 0,
            await db.Set<AccountMail>().CountAsync(m => m.CreatedAt <= noticesBy && m.EndsAt > noticesBy, cancellation),
            await Sum(db.WebhookMessages.Where(m => m.NextAttemptAt != null && m.At <= noticesBy), cancellation));
        foreach (var channel in Enum.GetValues<Channel>()) // by channel and urgency, as the senders' index has them
        {
            var (calls, others) = (Waiting(channel, urgent: true), Waiting(channel, urgent: false));
            late = late with
            {
                Notices = late.Notices + await Sum(Late(calls, noticesBy), cancellation) + await Sum(Late(others, noticesBy), cancellation),
                Calls = late.Calls + await Sum(calls.Where(n => n.CreatedAt <= callsBy), cancellation),
            };
        }
        return late;
    }

    /// <summary>
    /// A channel works again: what was put back while it did not is due at once. What a sender holds is left alone, for its lease ends
    /// sooner than <paramref name="beyond"/>.
    /// </summary>
    public async Task<int> Release(Channel channel, Instant now, Instant beyond, CancellationToken cancellation) =>
        await ReleaseNotices(channel, now, beyond, cancellation) + (channel == Channel.Email ? await ReleaseAccountMails(now, cancellation) : 0);

    private Task<int> ReleaseAccountMails(Instant now, CancellationToken cancellation)
    {
        var beyond = now + AccountMail.Lease;
        return db.Set<AccountMail>().Where(m => m.NextAttemptAt > beyond)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, now), cancellation);
    }

    private Task<int> ReleaseNotices(Channel channel, Instant now, Instant beyond, CancellationToken cancellation) =>
        db.Notices.IgnoreQueryFilters([MentorshipDb.CommunityFilter])
            .Where(n => n.Channel == channel && n.State == NoticeState.Waiting && n.NextAttemptAt > beyond && n.Attempts > 0)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.NextAttemptAt, now), cancellation);

    private IQueryable<Notice> Waiting(Channel channel, bool urgent) =>
        db.NoticesBy(channel, urgent).Where(n => n.NextAttemptAt != null);

    // The first attempt of one that was held back on purpose is not late, whenever it was made; one that is tried again is.
    private static IQueryable<Notice> Late(IQueryable<Notice> waiting, Instant by) =>
        waiting.Where(n => n.NextAttemptAt <= by || (n.Attempts > 1 && n.CreatedAt <= by));

    private async Task<int> Sum<T>(IQueryable<T> late, CancellationToken cancellation) where T : Entity =>
        (await db.Communities.IgnoreQueryFilters([MentorshipDb.CommunityFilter])
            .Select(c => late.Count(e => e.CommunityId == c.Id)).ToListAsync(cancellation)).Sum();
}
