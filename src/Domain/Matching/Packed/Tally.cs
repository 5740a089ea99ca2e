namespace Mentorship.Domain.Matching.Packed;

/// <summary>How many mentors each rule excludes as the first, and a few of them.</summary>
internal sealed class Tally
{
    private readonly int[] _counts = new int[BrokenRules.Count];
    private readonly List<int>[] _some = [.. Enumerable.Range(0, BrokenRules.Count).Select(_ => new List<int>())];

    public int this[int rule] => _counts[rule];

    /// <summary>The first of those that the rule excludes.</summary>
    public IReadOnlyList<int> SomeOf(int rule) => _some[rule];

    public void Add(Broken bars, int mentor)
    {
        var rule = bars.First();
        _counts[rule]++;
        if (_some[rule].Count < Field.SampleSize) _some[rule].Add(mentor);
    }

    public void Remove(Broken bars, int mentor)
    {
        _counts[bars.First()]--;
        _some[bars.First()].Remove(mentor);
    }

    public Tally Copy()
    {
        var copy = new Tally();
        for (var rule = 0; rule < BrokenRules.Count; rule++) (copy._counts[rule], copy._some[rule]) = (_counts[rule], [.. _some[rule]]);
        return copy;
    }
}
