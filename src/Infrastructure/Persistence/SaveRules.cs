using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>What every save does: events become audit lines and notices in the same transaction, versions count, no row crosses its community.</summary>
internal static class SaveRules
{
    public static void TellEvents(this MentorshipDb db, Actor? actor, Instant now)
    {
        foreach (var entity in db.ChangeTracker.Entries<Entity>().Select(e => e.Entity).Where(e => e.Events.Count > 0).ToList())
        {
            foreach (var happened in entity.Events)
            {
                db.Add(new AuditEntry(entity.CommunityId, actor?.Member, happened, now));
                foreach (var telling in happened.Tells) db.Add(new Notice(entity.CommunityId, happened.Subject, telling, now));
            }
            entity.ClearEvents();
        }
    }

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
