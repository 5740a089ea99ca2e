namespace Mentorship.Domain.Safety;

/// <summary>A line to call that somebody of a community has tried, and when.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 in any case; the directory of other countries is the same line in each.</param>
/// <param name="Line">Its number, with or without spaces; where it has none, the host of its address.</param>
/// <param name="On">The day, ISO 8601.</param>
public sealed record TriedLine(string Country, string Line, string On);
