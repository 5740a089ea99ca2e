using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class SafetyConfiguration : IEntityTypeConfiguration<Block>, IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.HasKey(b => new { b.CommunityId, b.Id });
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(b => new { b.CommunityId, b.By });
        builder.HasOne<Member>().WithMany().HasForeignKey(b => new { b.CommunityId, b.Against });
        builder.HasIndex(b => new { b.CommunityId, b.By, b.Against, b.Reason }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.HasKey(c => new { c.CommunityId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(c => new { c.CommunityId, c.About });
        builder.HasIndex(c => new { c.CommunityId, c.ClosedAt, c.RaisedAt }); // the coordinator's list of what is open, and of what was
        builder.HasIndex(c => new { c.CommunityId, c.RaisedAt });
    }
}
