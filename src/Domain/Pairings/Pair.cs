namespace Mentorship.Domain.Pairings;

/// <summary>Mentor and newcomer, always together and never the same person.</summary>
public sealed record Pair
{
    public Pair(MemberId mentor, MemberId newcomer)
    {
        if (mentor == newcomer) throw new RuleBroken("pair-self", "Nobody is paired with themselves.");
        (Mentor, Newcomer) = (mentor, newcomer);
    }

    public MemberId Mentor { get; }
    public MemberId Newcomer { get; }

    public bool Has(MemberId member) => member == Mentor || member == Newcomer;

    public void Deconstruct(out MemberId mentor, out MemberId newcomer) => (mentor, newcomer) = (Mentor, Newcomer);

    public MemberId OtherThan(MemberId member) => member == Mentor ? Newcomer : Mentor;
}
