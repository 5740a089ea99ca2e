namespace Mentorship.Faults;

/// <summary>How many mails arrived again after each cut, and how many with no cut between the two arrivals.</summary>
internal sealed record Repeats(IReadOnlyList<int> OfCuts, int OfNone)
{
    public int Count => OfCuts.Sum() + OfNone;

    public int MostOfOneCut => OfCuts.DefaultIfEmpty().Max();

    /// <param name="arrivals">Of each mail, when it came.</param>
    /// <param name="cuts">In order: by each, all that was handed over before it has arrived.</param>
    public static Repeats Of(IEnumerable<IEnumerable<DateTimeOffset>> arrivals, IReadOnlyList<DateTimeOffset> cuts)
    {
        var (ofCuts, ofNone) = (new int[cuts.Count], 0);
        foreach (var (before, again) in arrivals.Select(a => a.Order().ToList()).SelectMany(a => a.Zip(a.Skip(1))))
        {
            var cut = cuts.TakeWhile(at => at < before).Count(); // who held it died at the first cut after it
            if (cut < cuts.Count && cuts[cut] < again) ofCuts[cut]++;
            else ofNone++;
        }
        return new(ofCuts, ofNone);
    }
}
