using NodaTime;

namespace Mentorship.Domain.Progress;

/// <summary>One milestone of a pathway as one member's dates have it.</summary>
/// <param name="After">Calendar length from the first day.</param>
/// <param name="On">The date on which it is reached.</param>
/// <param name="Name">As people say it: "90 days clean".</param>
/// <param name="Colour">Null where the pathway has none.</param>
public sealed record Milestone(Period After, LocalDate On, string Name, string? Colour);
