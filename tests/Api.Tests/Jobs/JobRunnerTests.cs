using System.Collections.Concurrent;
using MediatR;
using Mentorship.Api.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class JobRunnerTests
{
    private static readonly JobEntry Entry = new("send-notices", Duration.FromSeconds(5), () => new Act("send-notices"));
    private readonly Effects effects = new();
    private readonly Lines lines = new();
    private readonly JobLedger ledger = new(new TestClock(Instant.FromUtc(2026, 1, 5, 12, 0)));
    private readonly ServiceProvider services;

    public JobRunnerTests() => services = new ServiceCollection()
        .AddSingleton(effects).AddSingleton(new HostName("one"))
        .AddScoped<ServiceFactory>(p => p.GetService!).AddScoped<IMediator, Mediator>()
        .AddTransient<IRequestHandler<Act, Unit>, ActHandler>()
        .BuildServiceProvider(validateScopes: true);

    [Fact]
    public async Task A_run_sends_the_entrys_command_in_a_scope_of_its_own()
    {
        await Run();

        Assert.Equal(1, effects.Runs("send-notices"));
        Assert.Equal(0, ledger.Of("send-notices").FailuresInARow);
        Assert.NotNull(ledger.LastRun("send-notices"));
        Assert.Null(ledger.Of("send-notices").AtWorkSince);
        Assert.StartsWith("Job send-notices done in ", Assert.Single(lines.All));
    }

    [Fact]
    public async Task A_failure_reaches_the_engine_the_ledger_and_the_log_without_what_the_exception_says()
    {
        effects.Behaviour["send-notices"] = (_, _) => throw new InvalidOperationException("Key (address)=(jo@example.org) exists");

        var seen = await Assert.ThrowsAsync<JobFailed>(() => Run());

        Assert.Equal(1, ledger.Of("send-notices").FailuresInARow);
        Assert.Equal("The job send-notices failed with InvalidOperationException.", seen.Message);
        Assert.DoesNotContain("jo@example.org", seen.ToString());
        Assert.StartsWith("Job send-notices failed with InvalidOperationException after ", Assert.Single(lines.All));
        Assert.DoesNotContain("jo@example.org", lines.All.Single());
    }

    [Fact]
    public async Task A_host_that_stops_in_the_middle_is_not_a_failure_of_the_job()
    {
        using var stopping = new CancellationTokenSource();
        effects.Behaviour["send-notices"] = (_, cancellation) =>
        {
            Assert.NotNull(ledger.Of("send-notices").AtWorkSince);
            stopping.Cancel();
            cancellation.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(stopping.Token));

        Assert.Equal(JobStanding.NeverRun, ledger.Of("send-notices"));
        Assert.StartsWith("Job send-notices stopped with the host", Assert.Single(lines.All));
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        effects.Behaviour["send-notices"] = (_, _) => throw new TaskCanceledException();

        await Assert.ThrowsAsync<JobFailed>(() => Run());

        Assert.Equal(1, ledger.Of("send-notices").FailuresInARow);
    }

    private Task Run(CancellationToken cancellation = default) =>
        new JobRunner(services.GetRequiredService<IServiceScopeFactory>(), ledger, lines).Run(Entry, cancellation);

    private sealed class Lines : ILogger<JobRunner>
    {
        public ConcurrentQueue<string> All { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception) + exception);
    }
}
