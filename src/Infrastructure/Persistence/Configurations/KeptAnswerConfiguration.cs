using Mentorship.Infrastructure.Persistence.Repeats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class KeptAnswerConfiguration : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");
        builder.HasKey(a => new { a.CommunityId, a.Member, a.Key });
        builder.Property(a => a.Key).HasMaxLength(32);
        builder.Property(a => a.Request).HasMaxLength(32);
        builder.Property(a => a.Location).HasMaxLength(400);
        builder.Ignore(a => a.IsInFlight);
        builder.HasIndex(a => a.HeldAt); // what is forgotten, across communities
    }
}
