using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>A message of a database may quote a row, so that none stands in the log above its lowest levels.</summary>
public sealed class QuietFailureTests : IDisposable
{
    private readonly Lines _lines = new();
    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;
    private readonly MentorshipDb _db;

    public QuietFailureTests()
    {
        _services = new ServiceCollection().AddSingleton<IClock>(SystemClock.Instance).AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(_lines))
            .AddPersistence(Settings.Of(("Database:Engine", "sqlite"), ("ConnectionStrings:Mentorship", "Data Source=:memory:")))
            .BuildServiceProvider();
        _scope = _services.CreateScope();
        _db = _scope.ServiceProvider.GetRequiredService<MentorshipDb>();
        _scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(CommunityId.New()));
    }

    [Fact]
    public async Task A_query_that_fails_does() =>
        await Fails(() => _db.Members.FromSqlRaw("SELECT * FROM marker_of_a_row").IgnoreQueryFilters().ToListAsync());

    [Fact]
    public async Task A_save_that_fails_does()
    {
        _db.Add(new Domain.Communities.Community("marker_of_a_row", "Europe/Dublin"));
        await Fails(() => _db.SaveChangesAsync());
    }

    private async Task Fails(Func<Task> work)
    {
        await Assert.ThrowsAnyAsync<Exception>(work);
        Assert.Contains(_lines.All, line => line.Level <= LogLevel.Debug && line.Failed);
        Assert.DoesNotContain(_lines.All, line => line.Level >= LogLevel.Information && (line.Failed || line.Text.Contains("no such table")));
    }

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<(LogLevel Level, string Text, bool Failed)> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? failure, Func<TState, Exception?, string> text) =>
            All.Add((level, text(state, failure), failure is SqliteException or DbUpdateException));

        public void Dispose()
        {
        }
    }
}
