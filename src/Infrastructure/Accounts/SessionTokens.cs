using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>What a device is given: shown once, and never stored as it is.</summary>
public sealed record SessionTokens(string Access, Instant AccessEndsAt, string Refresh, Instant RefreshEndsAt)
{
    public override string ToString() => "(tokens)";
}
