using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class MigrationTests
{
    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void The_migrations_make_the_present_model(Engine engine)
    {
        using var db = Contexts.Of(engine);
        Assert.False(db.Database.HasPendingModelChanges(), "Run scripts/add-migration.sh.");
    }

    [Theory]
    [InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql), InlineData(Engine.SqlServer)]
    public void Until_the_first_release_an_engine_has_its_initial_migration_and_no_other(Engine engine)
    {
        using var db = Contexts.Of(engine);
        Assert.EndsWith("_Initial", Assert.Single(db.Database.GetMigrations()), StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Postgresql_clears_up_often_where_rows_wait_for_their_time()
    {
        await using var model = await StoredModel.On(Engine.PostgreSql);
        var rows = await Rows.In(model, "Here");
        var tables = await model.Inside(rows.Community, (MentorshipDb db) => db.Database.SqlQuery<string>(
            $"""SELECT relname AS "Value" FROM pg_class WHERE 'autovacuum_vacuum_scale_factor=0.01' = ANY(reloptions)""").ToListAsync());
        Assert.Equal(["CheckIns", "Notices", "Plans", "WebhookMessages"], tables.Order());
    }

    [Fact]
    public void Sql_server_can_parse_the_idempotent_script()
    {
        var script = SqlServerScript();
        Assert.Equal(Contexts.ModelOf(Engine.SqlServer).GetRelationalModel().Tables.Count() + 1, Tables(script)); // and the history
        Assert.Empty(Errors(script));
    }

    [Fact]
    public void A_broken_statement_in_the_script_is_caught()
    {
        var script = SqlServerScript();
        Assert.NotEmpty(Errors(script.Replace("CREATE TABLE [Members] (", "CREATE TABLE [Members] ((", StringComparison.Ordinal)));
        Assert.NotEmpty(Errors(script + "SELECT FROM WHERE;"));
    }

    private static int Tables(string script) => script.Split("CREATE TABLE ").Length - 1;

    private static string SqlServerScript()
    {
        using var db = Contexts.Of(Engine.SqlServer);
        return db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    private static IEnumerable<string> Errors(string script)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        return errors.Select(e => $"line {e.Line}: {e.Message}");
    }
}
