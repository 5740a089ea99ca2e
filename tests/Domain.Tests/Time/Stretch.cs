namespace Mentorship.Domain.Tests.Time;

/// <summary>From one instant to another, in seconds of the Unix epoch; the end is not in it.</summary>
internal readonly record struct Stretch(long From, long To);
