namespace Mentorship.Api.Jobs;

/// <summary>
/// What the engine gets to see when a job's command throws: the job's name and the kind of failure.
/// Engines log or store the exception that they are given, and a database's message may quote a row; so the cause stays outside.
/// </summary>
internal sealed class JobFailed(string job, Exception cause) : Exception($"The job {job} failed with {cause.GetType().Name}.");
