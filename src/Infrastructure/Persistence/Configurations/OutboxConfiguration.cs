using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.HasKey(n => new { n.CommunityId, n.Id });
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Ignore(n => n.AsksForAnswer).Ignore(n => n.MayBeRepeat);
        builder.HasOne<Member>().WithMany().HasForeignKey(n => new { n.CommunityId, n.Recipient });
        builder.HasIndex(n => new { n.CommunityId, n.Subject, n.Kind, n.Recipient, n.Channel }).IsUnique();
        builder.HasIndex(n => new { n.CommunityId, n.Channel, n.IsUrgent, n.NextAttemptAt }); // the senders' question
        builder.HasIndex(n => new { n.CommunityId, n.Recipient, n.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(a => new { a.CommunityId, a.Id });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(60);
        builder.HasIndex(a => new { a.CommunityId, a.Subject });
    }
}
