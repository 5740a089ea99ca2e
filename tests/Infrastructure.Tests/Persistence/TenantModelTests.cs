using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class TenantModelTests
{
    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void Every_row_is_kept_inside_its_community(Engine engine) => Assert.Empty(TenantModel.Problems(Contexts.ModelOf(engine)));

    [Fact]
    public void Nothing_is_listed_as_of_no_community_that_is_not_in_the_model() =>
        Assert.Superset(TenantModel.OfNoCommunity.Keys.ToHashSet(), Contexts.ModelOf(Engine.Sqlite).GetEntityTypes().Select(e => e.ShortName()).ToHashSet());

    [Fact]
    public void A_table_of_no_community_is_caught() =>
        Assert.Equal(["Stray is no Entity and not listed as being of no community"], Found(builder => builder.Entity<Stray>()));

    [Fact]
    public void A_missing_filter_is_caught() => Assert.Equal(
        ["Member has no filter by community"], Found(builder => builder.Entity<Member>().HasQueryFilter(MentorshipDb.CommunityFilter, null)));

    [Fact]
    public void A_key_without_the_community_is_caught() =>
        Assert.Contains("the key of Loose does not begin with the community", Found(Loosely(loose => loose.HasKey(l => l.Id))));

    [Fact]
    public void An_entity_that_points_at_no_community_is_caught() =>
        Assert.Contains("Loose points at no community", Found(Loosely(loose => loose.HasKey(l => new { l.CommunityId, l.Id }))));

    [Fact]
    public void A_pointer_that_could_cross_the_border_is_caught() => Assert.Contains(
        "Loose could point at a Member of another community",
        Found(Loosely(loose =>
        {
            loose.HasKey(l => new { l.CommunityId, l.Id });
            loose.HasOne<Member>().WithMany().HasForeignKey(l => new { l.Other, l.Pointer });
        })));

    [Fact]
    public void A_pointer_without_a_foreign_key_is_caught() => Assert.Contains(
        "Loose.Pointer points at a row without a foreign key", Found(Loosely(loose => loose.HasKey(l => new { l.CommunityId, l.Id }))));

    private static IEnumerable<string> Found(Action<ModelBuilder> flaw) => TenantModel.Problems(FlawedDb.With(flaw));

    private static Action<ModelBuilder> Loosely(Action<EntityTypeBuilder<Loose>> configure) => builder =>
    {
        var loose = builder.Entity<Loose>();
        loose.Ignore(l => l.Events);
        configure(loose);
    };

    private sealed class Stray
    {
        public int Id { get; init; }
    }

    private sealed class Loose : Entity
    {
        public CheckInId Id { get; init; }
        public MemberId Pointer { get; init; }
        public CommunityId Other { get; init; }
    }
}
