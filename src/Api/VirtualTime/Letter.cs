namespace Mentorship.Api.VirtualTime;

/// <summary>A message that reached somebody.</summary>
/// <param name="Notice">Which notice it is, as the mail says.</param>
/// <param name="To">Their address.</param>
/// <param name="CheckIn">The token of the link that answers a check-in; null where there is none.</param>
/// <param name="Fine">The token of the link that says "I'm fine"; null where there is none.</param>
internal sealed record Letter(string Notice, string To, string? CheckIn, string? Fine)
{
    public override string ToString() => nameof(Letter);
}
