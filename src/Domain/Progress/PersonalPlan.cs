namespace Mentorship.Domain.Progress;

/// <summary>What a member wrote down for hard days, one for each member; its lines, and who may see which, are sealed as one.</summary>
public sealed class PersonalPlan : Entity
{
    public const int MostLines = 50, LongestLine = 500;

    /// <summary>Where the lines are sealed (<see cref="IVault"/>): table and column.</summary>
    public const string LinesPlace = "PersonalPlans.Lines";

    private PersonalPlan() { }

    public PersonalPlan(CommunityId community, MemberId member) => (CommunityId, Member) = (community, member);

    public MemberId Member { get; private init; }

    public Sealed Lines { get; private set; }

    /// <summary>What an edit names: 0 is the plan that is not there yet, so that two first ones are told apart.</summary>
    public int Edition => Version + 1;

    public void MustBeAtEdition(int? edition) => MustBeAt(edition - 1);

    public void Keep(Sealed lines)
    {
        Lines = lines;
        Raise(PathwayProgress.Changed, Member.Value);
    }
}
