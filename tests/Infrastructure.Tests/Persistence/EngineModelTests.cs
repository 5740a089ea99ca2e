using System.Globalization;
using Mentorship.Domain.Members;
using Mentorship.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>
/// One model on every engine: each provider adds its own column types, and nobody else says anything about an engine, but when PostgreSQL
/// clears up.
/// </summary>
public class EngineModelTests
{
    private static readonly string[] OfOneEngine =
        [RelationalAnnotationNames.ColumnType, RelationalAnnotationNames.DefaultValueSql, RelationalAnnotationNames.ComputedColumnSql,
         RelationalAnnotationNames.Collation, RelationalAnnotationNames.Filter, RelationalAnnotationNames.CheckConstraints];

    [Theory]
    [InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void The_tables_are_the_same_as_on_sqlite(Engine engine) =>
        Assert.Equal(Shape(Contexts.ModelOf(Engine.Sqlite)), Shape(Contexts.ModelOf(engine)));

    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void Nothing_in_the_model_is_said_for_one_engine(Engine engine) => Assert.Empty(SaidForOneEngine(Contexts.ModelOf(engine)));

    [Fact]
    public void A_column_type_an_index_filter_and_an_engines_own_word_are_caught() => Assert.Equal(
        ["Member Relational:Collation", "Member Relational:ColumnType", "Member Relational:Filter", "Member SqlServer:Clustered"],
        SaidForOneEngine(FlawedDb.With(builder => builder.Entity<Member>(member =>
        {
            member.Property(m => m.DisplayName).HasColumnType("nvarchar(50)").UseCollation("Latin1_General_BIN2");
            member.HasIndex(m => m.JoinedAt).HasFilter("[JoinedAt] > 0").IsClustered();
        }))).Order());

    [Fact]
    public void Every_word_of_an_enum_and_all_flags_together_fit_their_column() => Assert.Empty(TooLong(Contexts.ModelOf(Engine.SqlServer)));

    [Fact]
    public void A_column_too_short_for_a_word_is_caught() => Assert.Equal(
        ["Member.Roles"], TooLong(FlawedDb.With(builder => builder.Entity<Member>().Property(m => m.Roles).HasMaxLength(20)))); // Newcomer, Mentor, Coordinator

    private static IEnumerable<string> TooLong(IModel model) =>
        from type in model.GetEntityTypes()
        from property in Properties(type)
        let word = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
        where word.IsEnum && LongestText(word) > property.GetMaxLength()
        select $"{type.ShortName()}.{property.Name}";

    private static int LongestText(Type word)
    {
        var values = Enum.GetValues(word).Cast<object>().ToList();
        if (!word.IsDefined(typeof(FlagsAttribute), false)) return values.Max(v => v.ToString()!.Length);
        return Enum.ToObject(word, values.Aggregate(0L, (all, v) => all | Convert.ToInt64(v, CultureInfo.InvariantCulture))).ToString()!.Length;
    }

    private static IEnumerable<string> SaidForOneEngine(IModel model) =>
        from type in model.GetEntityTypes()
        from part in (IEnumerable<IReadOnlyAnnotatable>)[type, .. Properties(type), .. type.GetDeclaredKeys(), .. type.GetDeclaredIndexes(), .. type.GetDeclaredForeignKeys()]
        from annotation in part.GetAnnotations().OfType<IConventionAnnotation>()
        where annotation.GetConfigurationSource() == ConfigurationSource.Explicit && IsOfOneEngine(annotation.Name)
        select $"{type.ShortName()} {annotation.Name}";

    private static bool IsOfOneEngine(string name) => OfOneEngine.Contains(name)
        || name.StartsWith("SqlServer:", StringComparison.Ordinal) || name.StartsWith("Sqlite:", StringComparison.Ordinal)
        || (name.StartsWith("Npgsql:", StringComparison.Ordinal) && !name.StartsWith("Npgsql:StorageParameter:autovacuum_", StringComparison.Ordinal));

    private static IEnumerable<IReadOnlyProperty> Properties(IReadOnlyTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(c => Properties(c.ComplexType)));

    private static IEnumerable<string> Shape(IModel model) =>
    [
        .. from table in model.GetRelationalModel().Tables
           from line in (IEnumerable<string>)[.. table.Columns.Select(Text), .. table.UniqueConstraints.Select(Text), .. table.Indexes.Select(Text), .. table.ForeignKeyConstraints.Select(Text)]
           orderby table.Name, line
           select $"{table.Name} {line}",
    ];

    private static string Text(IColumn column) =>
        $"column {column.Name} {(column.IsNullable ? "null" : "not null")} {column.PropertyMappings.First().Property.GetMaxLength()}";

    private static string Text(IUniqueConstraint key) => $"key {key.Name} ({string.Join(", ", key.Columns.Select(c => c.Name))})";

    private static string Text(ITableIndex index) => $"{(index.IsUnique ? "unique " : "")}index {index.Name} ({string.Join(", ", index.Columns.Select(c => c.Name))})";

    private static string Text(IForeignKeyConstraint key) => $"foreign key {key.Name} to {key.PrincipalTable.Name} {key.OnDeleteAction}";
}
