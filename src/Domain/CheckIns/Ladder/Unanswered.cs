using Mentorship.Domain.Time;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>A check-in that may have to be repeated, and its member's quiet hours on the clock of their zone.</summary>
public sealed record Unanswered(CheckIn CheckIn, QuietHours Quiet, string ZoneId);
