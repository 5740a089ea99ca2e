using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookMessage>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.HasKey(w => new { w.CommunityId, w.Id });
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Url).HasMaxLength(Webhook.LongestUrl);
        builder.HasIndex(w => w.CommunityId).IsUnique(); // one for each community
    }

    public void Configure(EntityTypeBuilder<WebhookMessage> builder)
    {
        builder.HasKey(m => new { m.CommunityId, m.Id });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Code).HasMaxLength(60);
        builder.HasIndex(m => new { m.CommunityId, m.NextAttemptAt }); // the sender's question
        builder.HasIndex(m => m.At); // what is forgotten, across communities
    }
}
