using Mentorship.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<MemberKey>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.HasKey(m => new { m.CommunityId, m.Id });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.DisplayName).HasMaxLength(100);
        builder.Property(m => m.EmailHash).HasMaxLength(32);
        builder.HasIndex(m => new { m.CommunityId, m.EmailHash }).IsUnique();
        builder.HasIndex(m => new { m.CommunityId, m.AccountId }).IsUnique();
        builder.Property(m => m.PhoneHash).HasMaxLength(32);
        builder.HasIndex(m => m.PhoneHash); // an answer by SMS names no community; the hash is of one
        builder.HasIndex(m => m.AccountId);
        builder.HasIndex(m => new { m.CommunityId, m.CalendarFeed }).IsUnique();
        builder.Ignore(m => m.SpeaksForThemselves);
        builder.HasIndex(m => new { m.CommunityId, m.JoinedAt });
        builder.ComplexProperty(m => m.Contact);
        builder.ComplexProperty(m => m.Quiet);
        builder.ComplexProperty(m => m.Profile, p =>
        {
            p.Property(x => x.Gender).HasMaxLength(40);
            p.Property(x => x.ZoneId).HasMaxLength(60);
            p.ComplexProperty(x => x.Place);
        });
        builder.ComplexProperty(m => m.Mentor, m =>
        {
            m.ComplexProperty(x => x.Offer);
            m.Ignore(x => x.FreePlaces);
        });
    }

    public void Configure(EntityTypeBuilder<MemberKey> builder)
    {
        builder.HasKey(k => new { k.CommunityId, k.Member });
        builder.Property(k => k.Wrapped).HasMaxLength(200);
        builder.HasOne<Member>().WithOne().HasForeignKey<MemberKey>(k => new { k.CommunityId, k.Member });
    }
}
