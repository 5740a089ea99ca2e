using Mentorship.Domain.CheckIns;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>A notice that its sender holds, with what was found of it: who gets it, and the occurrence that it is about.</summary>
public sealed record Claimed(Notice Notice, Recipient? Recipient, CheckIn? CheckIn)
{
    /// <summary>Nothing is there to send it by: its recipient, or the check-in that it is about, cannot be found.</summary>
    public bool IsLost => Recipient is null || (CheckIn is null && Notice.AsksForAnswer);
}
