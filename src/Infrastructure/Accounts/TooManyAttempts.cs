using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>It is too soon to try again. Answered as 429 with Retry-After.</summary>
internal sealed class TooManyAttempts(Duration wait) : Exception("There were too many attempts. Wait a moment, then try again.")
{
    public Duration Wait { get; } = wait;
}
