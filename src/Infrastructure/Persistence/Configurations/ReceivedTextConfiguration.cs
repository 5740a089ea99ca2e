using Mentorship.Infrastructure.Persistence.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class ReceivedTextConfiguration : IEntityTypeConfiguration<ReceivedText>
{
    public void Configure(EntityTypeBuilder<ReceivedText> builder)
    {
        builder.ToTable("ReceivedTexts");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).HasMaxLength(64).ValueGeneratedNever();
        builder.HasIndex(t => t.At); // what is forgotten
    }
}
