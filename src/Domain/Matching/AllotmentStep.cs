namespace Mentorship.Domain.Matching;

/// <summary>How far an allotment has come: 0 to 100 percent, and whether it is judging, solving or explaining.</summary>
public readonly record struct AllotmentStep(int Percent, string Step)
{
    public const string Judging = "judging", Solving = "solving", Explaining = "explaining";
}
