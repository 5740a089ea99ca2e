using Hangfire;
using Hangfire.Storage;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Jobs.Hangfire;

/// <summary>Hangfire hands a run to any one host; the last run is therefore kept in its storage, or the others would report a job that runs well.</summary>
internal sealed class SharedJobLedger(IClock clock, JobStorage storage) : JobLedger(clock)
{
    private const string LastRuns = "mentorship:last-runs";

    public override Instant? LastRun(string job)
    {
        using var connection = storage.GetConnection();
        var text = connection.GetAllEntriesFromHash(LastRuns)?.GetValueOrDefault(job);
        return text is null ? null : InstantPattern.ExtendedIso.Parse(text).Value;
    }

    protected override void Seen(string job, Instant at)
    {
        using var connection = storage.GetConnection();
        connection.SetRangeInHash(LastRuns, [new(job, InstantPattern.ExtendedIso.Format(at))]);
    }
}
