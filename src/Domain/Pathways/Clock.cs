namespace Mentorship.Domain.Pathways;

/// <summary>What a member's time is counted in.</summary>
/// <param name="Phrase">What follows a length of time: "1 year clean", "1 year of sobriety".</param>
/// <param name="IsPersonal">Each member says what is counted.</param>
public sealed record Clock(string Word, string Phrase, bool IsPersonal);
