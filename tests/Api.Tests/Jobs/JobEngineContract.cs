using Mentorship.Api.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

/// <summary>What the service relies on in a job engine. Each adapter passes it with the same timetable.</summary>
public abstract class JobEngineContract : IDisposable
{
    private static readonly string[] Due = [.. Enumerable.Range(1, 6).Select(n => $"effect {n}")];
    private readonly Happened happened = new();

    private protected Effects Effects { get; } = new();

    /// <summary>The shortest interval that the engine can keep.</summary>
    private protected abstract Duration Tick { get; }

    private protected abstract void AddEngine(IServiceCollection services, Timetable timetable);

    [Fact]
    public async Task Each_entry_fires_again_and_again()
    {
        await using var host = await Start("one", "first", "second", "third");

        await Effects.Until(() => Effects.Runs("first") >= 2 && Effects.Runs("second") >= 2 && Effects.Runs("third") >= 2);
    }

    [Fact]
    public async Task A_command_that_throws_is_run_again_at_its_next_time_and_reported_while_the_others_go_on()
    {
        Effects.Behaviour["bad"] = (_, _) => throw new InvalidOperationException("secret");
        await using var host = await Start("one", "bad", "good");

        await Effects.Until(() => Effects.Runs("bad") >= 4 && Effects.Runs("good") >= 4); // the fourth starts when the third is recorded
        var ill = await host.Health();
        Assert.Equal(HealthStatus.Degraded, ill.Status);
        Assert.Contains("bad failed", ill.Description);
        Assert.DoesNotContain("good", ill.Description);
        Assert.DoesNotContain("secret", ill.Description);

        Effects.Behaviour.Clear();
        var soFar = Effects.Runs("bad");
        await Effects.Until(() => Effects.Runs("bad") >= soFar + 3);
        Assert.Equal(HealthStatus.Healthy, (await host.Health()).Status);
    }

    [Fact]
    public async Task A_run_that_takes_long_is_not_joined_by_a_second_and_holds_up_no_other_job()
    {
        var gate = new TaskCompletionSource();
        int now = 0, most = 0;
        Effects.Behaviour["slow"] = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await gate.Task;
            Interlocked.Decrement(ref now);
        };
        await using var host = await Start("one", "slow", "quick");

        await Effects.Until(() => Effects.Runs("slow") >= 1 && Effects.Runs("quick") >= 4);
        gate.SetResult();
        await Effects.Until(() => Effects.Runs("slow") >= 3);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Two_hosts_that_tick_at_once_have_each_effect_once()
    {
        string[] jobs = ["first", "second", "third", "fourth"];
        foreach (var job in jobs) Effects.Behaviour[job] = TakeWhatIsDue;
        await using var one = await Start("one", jobs);
        await using var two = await Start("two", jobs);

        await Effects.Until(() => Effects.RunsOn("one") >= 4 && Effects.RunsOn("two") >= 4 && happened.Effects.Count >= Due.Length);

        Assert.Equal(Due, happened.Effects);
        Assert.NotEqual(0, happened.Refused); // else none was tried twice, and this shows nothing
    }

    [Fact]
    public async Task A_host_that_restarts_goes_on_and_repeats_no_effect()
    {
        Effects.Behaviour["only"] = TakeWhatIsDue;
        await using (await Start("before", "only")) await Effects.Until(() => happened.Effects.Count >= 2);
        var before = happened.EffectsOn("before");

        await using var host = await Start("after", "only");
        await Effects.Until(() => Effects.RunsOn("after") >= 2 && happened.Effects.Count >= Due.Length);

        Assert.Equal(Due, happened.Effects);
        Assert.Equal(before, happened.EffectsOn("before"));
    }

    public virtual void Dispose()
    {
        happened.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<JobHost> Start(string name, params string[] jobs) => Start(name, [.. jobs.Select(Ticking)]);

    private protected Task<JobHost> Start(string name, params JobEntry[] entries) => JobHost.Start(name, Effects, s => AddEngine(s, new Timetable(entries)));

    private protected JobEntry Ticking(string job) => new(job, Tick, () => new Act(job));

    /// <summary>Its next time does not come while the test runs.</summary>
    private protected static JobEntry Daily(string job) => new(job, Duration.FromDays(1), () => new Act(job));

    /// <summary>
    /// Tries everything, also what happened before, as a run does that looked before another wrote: the key alone decides. It takes two at most,
    /// so that several runs are needed.
    /// </summary>
    private Task TakeWhatIsDue(string host, CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var effect in Due)
            if (taken < 2 && happened.Add(effect, host)) taken++;
        return Task.CompletedTask;
    }
}
