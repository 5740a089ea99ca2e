using System.Diagnostics;

namespace Mentorship.Api.Jobs;

/// <summary>Runs one entry once, in a scope of its own. Throws <see cref="JobFailed"/>, so that the engine knows too.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, JobLedger ledger, ILogger<JobRunner> logger)
{
    public async Task Run(JobEntry entry, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        ledger.Began(entry.Name);
        try
        {
            await entry.Run(scopes, cancellation);
            ledger.Succeeded(entry.Name);
            Done(logger, entry.Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The host is stopping: its transaction is undone and the next tick takes the work up again. Nobody's failure.
            ledger.Stopped(entry.Name);
            Stopped(logger, entry.Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
        catch (Exception cause)
        {
            ledger.Failed(entry.Name);
            foreach (var (community, failure) in (cause as CommunitiesFailed)?.Failures ?? [])
                FailedIn(logger, entry.Name, community.Value, failure.GetType().Name, failure.StackTrace);
            Failed(logger, entry.Name, cause.GetType().Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds, cause.StackTrace);
            throw new JobFailed(entry.Name, cause);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Job {Job} done in {Milliseconds:0.0} ms")]
    private static partial void Done(ILogger logger, string job, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Job {Job} stopped with the host after {Milliseconds:0.0} ms")]
    private static partial void Stopped(ILogger logger, string job, double milliseconds);

    [LoggerMessage(LogLevel.Error, "Job {Job} failed in community {Community} with {Failure} at {Stack}")]
    private static partial void FailedIn(ILogger logger, string job, Guid community, string failure, string? stack);

    // The stack is names of code only; the exception's message is left out, because it may quote data.
    [LoggerMessage(LogLevel.Error, "Job {Job} failed with {Failure} after {Milliseconds:0.0} ms at {Stack}")]
    private static partial void Failed(ILogger logger, string job, string failure, double milliseconds, string? stack);
}
