namespace Mentorship.Domain;

/// <summary>What was asked for does not exist, or is not the asker's to see: the two are never told apart. Answered as 404.</summary>
public sealed class NotFound(string what) : Exception($"There is no such {what} here.");
