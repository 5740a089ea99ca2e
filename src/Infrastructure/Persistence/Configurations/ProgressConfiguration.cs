using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Progress;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class ProgressConfiguration
    : IEntityTypeConfiguration<PathwayProgress>, IEntityTypeConfiguration<PersonalPlan>, IEntityTypeConfiguration<Goal>,
      IEntityTypeConfiguration<CarryOver>
{
    public void Configure(EntityTypeBuilder<PathwayProgress> builder)
    {
        builder.HasKey(p => new { p.CommunityId, p.Id });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Pathway).HasMaxLength(60);
        builder.ComplexProperty(p => p.WorkShown);
        builder.HasOne<Member>().WithMany().HasForeignKey(p => new { p.CommunityId, p.Member });
        builder.HasIndex(p => new { p.CommunityId, p.Member, p.Pathway }).IsUnique();
        builder.HasIndex(p => new { p.CommunityId, p.NextDueAt }); // the timetable's question
    }

    public void Configure(EntityTypeBuilder<PersonalPlan> builder)
    {
        builder.HasKey(p => new { p.CommunityId, p.Member });
        builder.Ignore(p => p.Edition);
        builder.HasOne<Member>().WithOne().HasForeignKey<PersonalPlan>(p => new { p.CommunityId, p.Member });
    }

    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.HasKey(g => new { g.CommunityId, g.Id });
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasOne<Pairing>().WithMany().HasForeignKey(g => new { g.CommunityId, g.Pairing });
        builder.HasOne<Member>().WithMany().HasForeignKey(g => new { g.CommunityId, g.SetBy });
    }

    public void Configure(EntityTypeBuilder<CarryOver> builder)
    {
        builder.HasKey(c => new { c.CommunityId, c.Pairing });
        builder.HasOne<Pairing>().WithOne().HasForeignKey<CarryOver>(c => new { c.CommunityId, c.Pairing });
    }
}
