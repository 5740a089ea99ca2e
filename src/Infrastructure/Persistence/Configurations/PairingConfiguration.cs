using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class PairingConfiguration : IEntityTypeConfiguration<Pairing>, IEntityTypeConfiguration<MentorRequest>
{
    public void Configure(EntityTypeBuilder<Pairing> builder)
    {
        builder.HasKey(p => new { p.CommunityId, p.Id });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Pathway).HasMaxLength(60);
        builder.Ignore(p => p.Pair).Ignore(p => p.Awaiting).Ignore(p => p.IsSilentNo);
        builder.HasOne<Member>().WithMany().HasForeignKey(p => new { p.CommunityId, p.Mentor });
        builder.HasOne<Member>().WithMany().HasForeignKey(p => new { p.CommunityId, p.Newcomer });
        builder.HasOne<MentorRequest>().WithMany().HasForeignKey(p => new { p.CommunityId, p.Request });
        builder.HasIndex(p => new { p.CommunityId, p.Newcomer, p.Pathway, p.Kind, p.Slot }).IsUnique();
        builder.HasIndex(p => new { p.CommunityId, p.Request, p.Mentor, p.IsProposed }).IsUnique();
        builder.HasIndex(p => new { p.CommunityId, p.State, p.AnswerBy });
        builder.HasIndex(p => new { p.CommunityId, p.EndsAt });
        builder.HasIndex(p => new { p.CommunityId, p.ProposedAt }); // the coordinators' list of all, and of those in one state
        builder.HasIndex(p => new { p.CommunityId, p.State, p.ProposedAt });
        // Said here because unique keys that begin alike hold open rows only on SQL Server, and stand in for these elsewhere.
        builder.HasIndex(p => new { p.CommunityId, p.Newcomer });
        builder.HasIndex(p => new { p.CommunityId, p.Request });
    }

    public void Configure(EntityTypeBuilder<MentorRequest> builder)
    {
        builder.HasKey(r => new { r.CommunityId, r.Id });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Pathway).HasMaxLength(60);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => new { r.CommunityId, r.Newcomer });
        builder.HasIndex(r => new { r.CommunityId, r.Newcomer, r.Pathway, r.Kind, r.IsOpen }).IsUnique();
        builder.HasIndex(r => new { r.CommunityId, r.State, r.RequestedAt });
        builder.HasIndex(r => new { r.CommunityId, r.Newcomer }); // as above
    }
}
