namespace Mentorship.Domain.Matching;

/// <summary>What a coordinator asks of an allotment.</summary>
/// <param name="Objective">What counts first.</param>
/// <param name="Spread">Thousandths of fit that each further newcomer of one mentor costs, 0 to 1000; null takes the community's
/// policy.</param>
/// <param name="Pinned">Pairs that are kept, whatever the objective says; one that breaks a hard rule or finds no place is refused.</param>
/// <param name="Forbidden">Pairs that are not made.</param>
public sealed record AllotmentOrder(
    Objective Objective = Objective.MostPeople, int? Spread = null,
    IReadOnlyList<Placement>? Pinned = null, IReadOnlyList<Placement>? Forbidden = null)
{
    public const int MostSpread = Solving.AllotmentProblem.MostSpread;

    public IReadOnlyList<Placement> Pinned { get; init; } = Pinned ?? [];

    public IReadOnlyList<Placement> Forbidden { get; init; } = Forbidden ?? [];
}
