using Mentorship.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Accounts;

internal sealed class AccountConfiguration
    : IEntityTypeConfiguration<AccountUser>, IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<AccountToken>,
      IEntityTypeConfiguration<AccountMail>, IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<AddressChange>,
      IEntityTypeConfiguration<DataProtectionKey>
{
    private const int HashBytes = 32, SealedAddress = 600, Stamp = 64;

    public void Configure(EntityTypeBuilder<AccountUser> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Address).HasMaxLength(SealedAddress);
        builder.Property(u => u.UserName).HasMaxLength(64);
        builder.Property(u => u.NormalizedEmail).HasMaxLength(64);
        builder.Property(u => u.NormalizedUserName).HasMaxLength(64);
        builder.Property(u => u.SecurityStamp).HasMaxLength(Stamp);
        // Identity writes an account whole: what was read before a use must not undo it.
        builder.Property(u => u.SeenAt).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        // No plain address, no telephone, no second factor by Identity, and no lock that a stranger could cause.
        builder.Ignore(u => u.Email).Ignore(u => u.PhoneNumber).Ignore(u => u.PhoneNumberConfirmed).Ignore(u => u.TwoFactorEnabled)
            .Ignore(u => u.LockoutEnd).Ignore(u => u.LockoutEnabled).Ignore(u => u.AccessFailedCount);
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.AccessHash).HasMaxLength(HashBytes);
        builder.Property(s => s.Stamp).HasMaxLength(Stamp);
        builder.Property(s => s.RefreshHash).HasMaxLength(HashBytes);
        builder.Property(s => s.EndedAt).IsConcurrencyToken();
        builder.HasOne<AccountUser>().WithMany().HasForeignKey(s => s.AccountId);
        builder.HasIndex(s => s.AccessHash).IsUnique();
        builder.HasIndex(s => s.RefreshHash).IsUnique();
        builder.HasIndex(s => s.Family);
        builder.HasIndex(s => s.EndsAt);
    }

    public void Configure(EntityTypeBuilder<AccountToken> builder)
    {
        builder.ToTable("AccountTokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Hash).HasMaxLength(HashBytes);
        builder.Property(t => t.Address).HasMaxLength(SealedAddress);
        builder.Property(t => t.AddressHash).HasMaxLength(64);
        builder.Property(t => t.PasswordHash).HasMaxLength(200);
        builder.HasIndex(t => t.Hash).IsUnique();
        builder.HasIndex(t => t.AddressHash);
        builder.HasIndex(t => t.EndsAt);
    }

    public void Configure(EntityTypeBuilder<AccountMail> builder)
    {
        builder.ToTable("AccountMails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Address).HasMaxLength(SealedAddress);
        builder.Property(m => m.Token).HasMaxLength(200);
        builder.Property(m => m.Attempts).IsConcurrencyToken();
        builder.HasIndex(m => m.NextAttemptAt);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.HasKey(i => new { i.CommunityId, i.Id });
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.TokenHash).HasMaxLength(HashBytes);
        builder.HasOne<Member>().WithMany().HasForeignKey(i => new { i.CommunityId, i.By });
        builder.HasOne<Member>().WithMany().HasForeignKey(i => new { i.CommunityId, i.Member });
        builder.HasIndex(i => i.TokenHash).IsUnique(); // the link names no community
    }

    public void Configure(EntityTypeBuilder<AddressChange> builder)
    {
        builder.ToTable("AddressChanges");
        builder.HasKey(c => new { c.CommunityId, c.Member });
        builder.Property(c => c.Address).HasMaxLength(SealedAddress);
        builder.Property(c => c.TokenHash).HasMaxLength(HashBytes);
        builder.HasOne<Member>().WithOne().HasForeignKey<AddressChange>(c => new { c.CommunityId, c.Member });
        builder.HasIndex(c => c.TokenHash).IsUnique(); // the link names no community
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.FriendlyName).HasMaxLength(100);
    }
}
