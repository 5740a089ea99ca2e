using Mentorship.Domain.Matching.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

/// <summary>Lines, report and print are documents of ids and numbers: always read and written whole, and never asked about.</summary>
internal sealed class AllotmentConfiguration : IEntityTypeConfiguration<AllotmentDraft>
{
    public void Configure(EntityTypeBuilder<AllotmentDraft> builder)
    {
        builder.HasKey(d => new { d.CommunityId, d.Id });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Step).HasMaxLength(20);
        builder.Property(d => d.FailureCode).HasMaxLength(60);
        builder.Property(d => d.Failure).HasMaxLength(1000);
        builder.HasIndex(d => new { d.CommunityId, d.Publication }).IsUnique();
        builder.HasIndex(d => new { d.CommunityId, d.AskedAt });
        builder.HasIndex(d => new { d.CommunityId, d.State, d.HeldUntil });
    }
}
