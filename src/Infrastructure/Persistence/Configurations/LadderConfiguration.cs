using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Persistence.Configurations;

internal sealed class LadderConfiguration : IEntityTypeConfiguration<Silence>, IEntityTypeConfiguration<RungTaken>
{
    public void Configure(EntityTypeBuilder<Silence> builder)
    {
        builder.HasKey(s => new { s.CommunityId, s.Id });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Pairing>().WithMany().HasForeignKey(s => new { s.CommunityId, s.Pairing });
        builder.HasOne<Member>().WithMany().HasForeignKey(s => new { s.CommunityId, s.Member });
        builder.HasOne<CheckIn>().WithMany().HasForeignKey(s => new { s.CommunityId, s.CheckIn });
        builder.HasIndex(s => new { s.CommunityId, s.Pairing, s.Member, s.IsOpen }).IsUnique();
        builder.HasIndex(s => new { s.CommunityId, s.NextAt }); // the climber's question
    }

    public void Configure(EntityTypeBuilder<RungTaken> builder)
    {
        builder.HasKey(r => new { r.CommunityId, r.Silence, r.Rung });
        builder.HasOne<Silence>().WithMany().HasForeignKey(r => new { r.CommunityId, r.Silence });
        builder.HasOne<Member>().WithMany().HasForeignKey(r => new { r.CommunityId, r.Told });
        builder.HasIndex(r => new { r.CommunityId, r.Told, r.At }); // who was told lately
    }
}
