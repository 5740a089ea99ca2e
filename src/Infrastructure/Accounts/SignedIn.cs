using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Whom a token stands for, and until when.</summary>
internal sealed record SignedIn(Guid Account, Guid Session, Instant Until);
