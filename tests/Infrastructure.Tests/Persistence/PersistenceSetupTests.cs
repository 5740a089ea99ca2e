using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class PersistenceSetupTests
{
    [Theory]
    [InlineData("sqlite"), InlineData("postgresql"), InlineData("sqlserver")]
    public void The_batch_size_is_a_setting_on_every_engine(string engine) => Assert.Equal(7, BatchSize(engine, "7"));

    [Theory]
    [InlineData("sqlite"), InlineData("postgresql"), InlineData("sqlserver")]
    public void Without_the_setting_the_engine_keeps_its_own_batch_size(string engine) => Assert.Null(BatchSize(engine, null));

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("many")]
    public void A_batch_size_that_is_none_is_refused_by_name(string size) =>
        Assert.Equal("Database:BatchSize", Assert.Throws<MissingSetting>(() => BatchSize("sqlserver", size)).Setting);

    [Fact]
    public void An_unknown_engine_is_refused_by_name() =>
        Assert.Equal("Database:Engine", Assert.Throws<MissingSetting>(() => BatchSize("oracle", null)).Setting);

    [Fact]
    public void A_missing_connection_string_is_refused_by_name() => Assert.Equal(
        "ConnectionStrings:Mentorship", Assert.Throws<MissingSetting>(() => new ServiceCollection().AddPersistence(Settings.Of())).Setting);

    [Fact]
    public void What_is_made_while_the_host_is_put_together_is_what_is_used() => Assert.Same(
        PersistenceSetup.Begin<SqliteDb>(o => o.UseSqlite("Data Source=none")), Of("sqlite", null, db => db.GetService<IModelSource>()));

    private static int? BatchSize(string engine, string? size) =>
        Of(engine, size, db => RelationalOptionsExtension.Extract(db.GetService<IDbContextOptions>()).MaxBatchSize);

    private static T Of<T>(string engine, string? batchSize, Func<MentorshipDb, T> what)
    {
        using var services = new ServiceCollection().AddSingleton<IClock>(SystemClock.Instance)
            .AddPersistence(Settings.Of(("Database:Engine", engine), ("ConnectionStrings:Mentorship", "Data Source=none"), ("Database:BatchSize", batchSize)))
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        return what(scope.ServiceProvider.GetRequiredService<MentorshipDb>());
    }
}
