using NodaTime;

namespace Mentorship.Domain.Safety;

/// <summary>A line for a person in need. Lists of such numbers go stale, so each one says when somebody last tried it.</summary>
/// <param name="Number">As people read it, with spaces; null only where there is an address instead.</param>
/// <param name="TextWord">The word to send where a text must begin with one.</param>
/// <param name="VerifiedOn">The day a person tried it; null when nobody has.</param>
/// <param name="Source">The page it was read from, or "general knowledge".</param>
public sealed record CrisisLine(
    string Name,
    string? Number,
    string? TextWord,
    Uri? Web,
    IReadOnlyList<CrisisWay> How,
    CrisisTopic About,
    LocalDate? VerifiedOn,
    string Source)
{
    public bool IsVerified => VerifiedOn is not null;

    /// <summary>The number as a telephone takes it, for <c>tel:</c> and <c>sms:</c> links; null where there is none.</summary>
    public string? Dial => DialOf(Number);

    /// <summary>Whether somebody means this one by a number, with or without spaces, or where it has none by the host of its address.</summary>
    public bool IsCalled(string name) => Dial is null ? Web?.Host == name.Trim() : Dial == DialOf(name);

    /// <summary>Shown beside the line, so that nobody takes a number for tried that is not.</summary>
    public string Verification =>
        VerifiedOn is { } date ? $"Verified on {date:uuuu'-'MM'-'dd}" : "Not yet verified by this community";

    private static string? DialOf(string? number) => number is null ? null : string.Concat(number.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));
}
