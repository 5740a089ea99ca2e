using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>What a pathway asks of its accountability partners where that differs from its sponsors.</summary>
/// <param name="Size">How many partners at once.</param>
public sealed record PartnerRole(Period Minimum, SizeRange Size, GenderRule GenderRule);
