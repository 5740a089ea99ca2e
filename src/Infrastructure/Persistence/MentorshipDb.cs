using System.Linq.Expressions;
using System.Reflection;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>The one model, on whichever engine; every row of a community is filtered by the scope and saved only inside it.</summary>
public abstract class MentorshipDb(DbContextOptions options, CommunityScope scope, IClock clock)
    : IdentityUserContext<AccountUser, Guid>(options)
{
    public const string CommunityFilter = "community";

    public DbSet<Community> Communities => Set<Community>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<MemberKey> MemberKeys => Set<MemberKey>();
    public DbSet<MentorRequest> Requests => Set<MentorRequest>();
    public DbSet<Pairing> Pairings => Set<Pairing>();
    public DbSet<AllotmentDraft> Allotments => Set<AllotmentDraft>();
    public DbSet<CheckInPlan> Plans => Set<CheckInPlan>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<PathwayProgress> Progress => Set<PathwayProgress>();
    public DbSet<PersonalPlan> PersonalPlans => Set<PersonalPlan>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<CarryOver> CarryOvers => Set<CarryOver>();
    public DbSet<Silence> Silences => Set<Silence>();
    public DbSet<RungTaken> RungsTaken => Set<RungTaken>();
    public DbSet<Block> Blocks => Set<Block>();
    public DbSet<Concern> Concerns => Set<Concern>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Webhook> Webhooks => Set<Webhook>();
    public DbSet<WebhookMessage> WebhookMessages => Set<WebhookMessage>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>The senders' question. Compared with a parameter: SQLite finds no index for a column that only stands there by itself.</summary>
    internal IQueryable<Notice> NoticesBy(Channel channel, bool urgent) => Notices.Where(n => n.Channel == channel && n.IsUrgent == urgent);

    private CommunityId InScope => scope.Community;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellation = default)
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false; // each look at the entries below would compare every row again
        try
        {
            await this.TellEvents(scope.Actor, clock.GetCurrentInstant(), cancellation);
            this.CountVersions(scope.Community);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save with SaveChangesAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => configuration.UseDomainTypes();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.LeaveOutUnusedIdentityTables();
        builder.ApplyConfigurationsFromAssembly(typeof(MentorshipDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(Entity).IsAssignableFrom(e.ClrType)).ToList())
            InsideCommunity.MakeGenericMethod(entity.ClrType).Invoke(this, [builder]);
        builder.HoldNoCascades();
    }

    private static readonly MethodInfo InsideCommunity =
        typeof(MentorshipDb).GetMethod(nameof(KeepInsideCommunity), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>EF puts the context that asks in the place of <paramref name="db"/>.</summary>
    internal static Expression<Func<T, bool>> FilterOf<T>(MentorshipDb? db) where T : Entity => e => e.CommunityId == db!.InScope;

    private void KeepInsideCommunity<T>(ModelBuilder builder) where T : Entity
    {
        var entity = builder.Entity<T>();
        if (!EF.IsDesignTime) entity.HasQueryFilter(CommunityFilter, FilterOf<T>(this)); // EF compiles no model with filters: Compiled adds them
        entity.HasOne<Community>().WithMany().HasForeignKey(e => e.CommunityId);
        entity.Property(e => e.Version).IsConcurrencyToken();
        entity.Ignore(e => e.Events);
    }
}
