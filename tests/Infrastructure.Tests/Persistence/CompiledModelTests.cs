using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>Where one fails: scripts/add-migration.sh makes migrations and compiled models anew.</summary>
public class CompiledModelTests
{
    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void The_compiled_model_is_the_one_that_is_used(Engine engine) =>
        Assert.StartsWith("Mentorship.Infrastructure.Persistence.Compiled.", Compiled(engine).GetType().FullName!);

    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void The_compiled_model_says_what_the_configuration_says(Engine engine) =>
        Assert.Equal(Words(Made(engine)), Words(Compiled(engine)));

    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void The_compiled_model_stores_each_value_as_the_configuration_says(Engine engine) =>
        Assert.Equal(Values(Made(engine)), Values(Compiled(engine)));

    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void The_compiled_tables_are_those_of_the_configuration(Engine engine) => Assert.Equal(
        Made(engine).GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault),
        Compiled(engine).GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault));

    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void The_compiled_filters_are_those_of_the_configuration(Engine engine) =>
        Assert.Equal(Filters(Made(engine)), Filters(Compiled(engine)));

    private static IModel Compiled(Engine engine)
    {
        using var db = Contexts.Of(engine);
        return db.Model;
    }

    private static IModel Made(Engine engine)
    {
        using var db = Contexts.Of(engine);
        return db.GetService<IModelSource>().GetModel(db, db.GetService<ModelCreationDependencies>(), designTime: false);
    }

    private static string Words(IModel model) =>
        model.ToDebugString(MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations);

    private static IEnumerable<string> Values(IModel model) =>
        from entity in model.GetEntityTypes()
        from property in entity.GetFlattenedProperties()
        select $"{entity.Name}.{property.Name} {property.GetTypeMapping().Converter?.GetType()} {property.GetValueComparer().GetType()} "
               + $"{property.GetColumnType()} {property.Sentinel}";

    private static IEnumerable<string> Filters(IModel model) =>
        model.GetEntityTypes().SelectMany(e => e.GetDeclaredQueryFilters().Select(f => $"{e.Name} {f.Key} {f.Expression}"));
}
