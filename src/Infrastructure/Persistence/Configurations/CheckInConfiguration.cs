using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class CheckInConfiguration
    : IEntityTypeConfiguration<CheckInPlan>, IEntityTypeConfiguration<CheckIn>, IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<CheckInPlan> builder)
    {
        builder.HasKey(p => new { p.CommunityId, p.Id });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.ComplexProperty(p => p.Times, t => t.Property(x => x.ZoneId).HasMaxLength(60));
        builder.HasOne<Pairing>().WithMany().HasForeignKey(p => new { p.CommunityId, p.Pairing });
        builder.HasOne<Member>().WithMany().HasForeignKey(p => new { p.CommunityId, p.Member });
        builder.HasIndex(p => new { p.CommunityId, p.NextDueAt }); // the dispatcher's question
        builder.HasIndex(p => new { p.CommunityId, p.Pairing, p.Member, p.Holds }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.HasKey(c => new { c.CommunityId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<CheckInPlan>().WithMany().HasForeignKey(c => new { c.CommunityId, c.Plan });
        builder.HasOne<Pairing>().WithMany().HasForeignKey(c => new { c.CommunityId, c.Pairing });
        builder.HasOne<Member>().WithMany().HasForeignKey(c => new { c.CommunityId, c.Member });
        builder.HasIndex(c => new { c.CommunityId, c.Plan, c.ScheduledDate }).IsUnique();
        builder.HasIndex(c => new { c.CommunityId, c.State, c.AnswerBy });
        builder.HasIndex(c => new { c.CommunityId, c.RepeatAt }); // the climber's question
        builder.HasIndex(c => new { c.CommunityId, c.DueAt }); // the coordinators' lists, in their order
        builder.HasIndex(c => new { c.CommunityId, c.AnsweredAt });
    }

    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.HasKey(a => new { a.CommunityId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Question).HasMaxLength(60);
        builder.HasOne<CheckIn>().WithMany().HasForeignKey(a => new { a.CommunityId, a.CheckIn });
        builder.HasOne<Member>().WithMany().HasForeignKey(a => new { a.CommunityId, a.Member });
        builder.HasIndex(a => new { a.CommunityId, a.CheckIn, a.Question }).IsUnique();
    }
}
