namespace Mentorship.Domain.Pathways;

/// <summary>What holds on every pathway until a community or a mentor says otherwise.</summary>
/// <param name="Capacity">Newcomers of one mentor.</param>
/// <param name="TemporaryDays">Length of a temporary contact in days.</param>
/// <param name="NoFaultEnd">Either may end a pairing without a reason.</param>
/// <param name="CoordinatorReadsText">Whether a coordinator reads what the two write.</param>
public sealed record NormDefaults(int Capacity, int TemporaryDays, bool NoFaultEnd, bool CoordinatorReadsText);
