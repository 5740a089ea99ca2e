using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Engines;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class SqlServerLimitsTests
{
    [Fact]
    public void The_model_holds_nothing_that_sql_server_refuses() => Assert.Empty(SqlServerLimits.Problems(Contexts.ModelOf(Engine.SqlServer)));

    [Fact]
    public void A_table_that_two_cascades_reach_is_caught() => Assert.Contains(
        Found(builder =>
        {
            foreach (var key in builder.Entity<Pairing>().Metadata.GetForeignKeys().Where(k => k.PrincipalEntityType.ClrType == typeof(Member)))
                key.DeleteBehavior = DeleteBehavior.Cascade;
        }),
        problem => problem.StartsWith("deleting from Members reaches Pairings on two ways", StringComparison.Ordinal));

    [Fact]
    public void A_table_that_a_cascade_and_a_longer_one_reach_is_caught() => Assert.Contains(
        Found(builder =>
        {
            foreach (var key in builder.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => k.Properties.Count == 2))
                if (key.DeclaringEntityType.ClrType == typeof(MentorRequest) || key.PrincipalEntityType.ClrType == typeof(MentorRequest) || key.Properties[1].Name == nameof(Pairing.Mentor))
                    key.DeleteBehavior = DeleteBehavior.Cascade;
        }),
        problem => problem.StartsWith("deleting from Members reaches Pairings on two ways", StringComparison.Ordinal));

    [Fact]
    public void A_cascade_onto_its_own_table_is_caught() => Assert.Equal(
        ["deleting from Node reaches Node on two ways, one by FK_Node_Node_Above"],
        Found(builder => builder.Entity<Node>().HasOne<Node>().WithMany().HasForeignKey(n => n.Above).OnDelete(DeleteBehavior.Cascade)));

    [Fact]
    public void A_cascade_that_reaches_each_table_once_is_let_through() => Assert.Empty(
        Found(builder => builder.Entity<Node>().HasOne<Member>().WithMany().HasForeignKey(n => new { n.CommunityId, n.Of }).OnDelete(DeleteBehavior.Cascade)));

    [Theory]
    [InlineData(850, new string[0])] // 1,700 bytes
    [InlineData(851, new[] { "IX_Node_Text may take 1702 bytes, and 1700 is the most" })]
    [InlineData(null, new[] { "IX_Node_Text may take 1802 bytes, and 1700 is the most" })]
    public void An_index_over_1700_bytes_is_caught(int? length, string[] problems) => Assert.Equal(problems, Found(builder =>
    {
        var text = builder.Entity<Node>().Property(n => n.Text);
        if (length is { } most) text.HasMaxLength(most);
        else text.HasMaxLength(901);
        builder.Entity<Node>().HasIndex(n => n.Text);
    }));

    [Fact]
    public void A_column_without_a_longest_length_in_a_key_is_caught() => Assert.Equal(
        ["IX_Node_Text holds a column without a longest length"],
        Found(builder =>
        {
            builder.Entity<Node>().Property(n => n.Text).HasColumnType("nvarchar(max)");
            builder.Entity<Node>().HasIndex(n => n.Text);
        }));

    [Theory]
    [InlineData(442, new string[0])] // 884 bytes and the id's 16
    [InlineData(443, new[] { "PK_Node may take 902 bytes, and 900 is the most" })]
    public void A_primary_key_over_900_bytes_is_caught(int length, string[] problems) => Assert.Equal(problems, Found(builder =>
    {
        builder.Entity<Node>().Property(n => n.Text).HasMaxLength(length);
        builder.Entity<Node>().HasKey(n => new { n.Id, n.Text });
    }));

    [Fact]
    public void Two_clustered_indexes_on_one_table_are_caught() => Assert.Equal(
        ["Node has 2 clustered indexes: PK_Node, IX_Node_Id"], Found(builder => builder.Entity<Node>().HasIndex(n => n.Id).IsClustered()));

    private static IEnumerable<string> Found(Action<ModelBuilder> flaw) =>
        SqlServerLimits.Problems(FlawedDb.With(flaw)).Except(SqlServerLimits.Problems(Contexts.ModelOf(Engine.SqlServer)));

    private sealed class Node
    {
        public Guid Id { get; init; }
        public Guid? Above { get; init; }
        public CommunityId CommunityId { get; init; }
        public MemberId Of { get; init; }
        public string Text { get; init; } = "";
    }
}
