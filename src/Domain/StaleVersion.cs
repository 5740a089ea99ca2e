namespace Mentorship.Domain;

/// <summary>The caller edits an older version than the one that is stored. Answered as 412.</summary>
public sealed class StaleVersion() : Exception("This was changed since you loaded it. Load it again and repeat the step.");
