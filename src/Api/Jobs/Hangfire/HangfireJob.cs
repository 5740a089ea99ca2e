using Hangfire;

namespace Mentorship.Api.Jobs.Hangfire;

/// <summary>
/// The one Hangfire job; its only argument is the entry's name.
/// No retries of Hangfire's own: the next time is the retry. A failed run is deleted and so expires; Hangfire keeps a row in the
/// state Failed for ever, and a job that fails every five seconds would leave 17 000 of them a day. Health and log tell of the failure.
/// A run that finds the one before still at work gives up at once, because waiting would hold a worker.
/// </summary>
internal sealed class HangfireJob(Timetable timetable, JobRunner runner)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    [DisableConcurrentExecution("job:{0}", 0)]
    public Task Run(string name, CancellationToken cancellation) => runner.Run(timetable.Get(name), cancellation);
}
