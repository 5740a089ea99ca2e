using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class UptimeConfiguration : IEntityTypeConfiguration<Uptime>
{
    public void Configure(EntityTypeBuilder<Uptime> builder)
    {
        builder.ToTable("Uptimes");
        builder.HasKey(u => u.Since);
        builder.Property(u => u.Since).ValueGeneratedNever();
    }
}
