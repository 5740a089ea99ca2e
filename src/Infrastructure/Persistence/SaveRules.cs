using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>What every save does: events become audit lines and notices in the same transaction, versions count, no row crosses its community.</summary>
internal static class SaveRules
{
    public static async Task TellEvents(this MentorshipDb db, Actor? actor, Instant now, CancellationToken cancellation)
    {
        var tellers = db.ChangeTracker.Entries<Entity>().Select(e => e.Entity).Where(e => e.Events.Count > 0).ToList();
        var bySms = await db.ToldBySms(tellers, cancellation);
        var byWebhook = tellers.SelectMany(e => e.Events).Any(e => Webhook.Tells(e.Code)) && await db.Webhooks.AnyAsync(cancellation);
        foreach (var entity in tellers)
        {
            foreach (var happened in entity.Events)
            {
                db.Add(new AuditEntry(entity.CommunityId, actor?.Member, happened, now));
                if (byWebhook && Webhook.Tells(happened.Code)) db.Add(new WebhookMessage(entity.CommunityId, happened, now));
                foreach (var telling in happened.Tells)
                {
                    db.Add(new Notice(entity.CommunityId, happened.Subject, telling, now));
                    if (bySms.Contains(telling.To) && telling.Kind.GoesByText()) db.Add(new Notice(entity.CommunityId, happened.Subject, telling, now, Channel.Sms));
                }
            }
            entity.ClearEvents();
        }
    }

    /// <summary>Those of the recipients who chose SMS too. Whether they still do is looked at when it is sent.</summary>
    private static async Task<IReadOnlySet<MemberId>> ToldBySms(this MentorshipDb db, List<Entity> tellers, CancellationToken cancellation)
    {
        var told = tellers.SelectMany(e => e.Events).SelectMany(e => e.Tells).Select(t => t.To).Distinct().ToList();
        if (told.Count == 0) return new HashSet<MemberId>();
        return await db.Members.Where(m => told.Contains(m.Id) && m.SmsNotices).Select(m => m.Id).ToHashSetAsync(cancellation);
    }

    /// <summary>Counts up a row's version with the save, though nothing of it changes: of two who decided by it at one moment one looks again.</summary>
    public static void Hold(this MentorshipDb db, Entity row) => db.Entry(row).Property(nameof(Entity.Version)).IsModified = true;

    public static void CountVersions(this MentorshipDb db, CommunityId inScope)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            if (CommunityOf(entry) is { } community && community != inScope)
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} would be saved outside the community that was entered.");
            if (entry.Entity is Entity or Community && entry.State == EntityState.Modified)
                entry.Property(nameof(Entity.Version)).CurrentValue = 1 + (int)entry.Property(nameof(Entity.Version)).CurrentValue!;
        }
    }

    /// <summary>Null where a row is of no community: an account's, or a community that is only now made.</summary>
    private static CommunityId? CommunityOf(EntityEntry entry) => entry.Entity switch
    {
        Entity entity => entity.CommunityId,
        Community community when entry.State != EntityState.Added => community.Id,
        _ => null,
    };

    /// <summary>SQL Server refuses several cascade paths to one table; and nothing here is deleted by accident of another row.</summary>
    public static void HoldNoCascades(this ModelBuilder builder)
    {
        foreach (var key in builder.Model.GetEntityTypes().Where(e => e.ClrType.Namespace!.StartsWith("Mentorship.Domain", StringComparison.Ordinal)
                     || typeof(Entity).IsAssignableFrom(e.ClrType)).SelectMany(e => e.GetForeignKeys()))
            key.DeleteBehavior = DeleteBehavior.Restrict;
    }
}
