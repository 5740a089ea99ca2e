namespace Mentorship.Domain.Matching.Packed;

/// <summary>One look at every mentor for one request: who is best, how many may be proposed, and how many each rule excludes.</summary>
internal sealed class Survey
{
    public Survey(PackedAsk ask, int take)
    {
        Excluded = Beforehand(ask);
        var best = new Leaders(take);
        foreach (var mentor in ask.Field.Ready)
        {
            var verdict = ask.Judge(mentor);
            if (!verdict.IsAllowed) Excluded.Add(verdict.Broken & ask.Field.Bars, mentor);
            else
            {
                Proposable++;
                if (verdict.IsEligible) Eligible++;
                best.Offer(mentor, verdict.Fit, !verdict.IsEligible);
            }
        }
        Best = best.InOrder();
    }

    /// <summary>By number and fit, best first.</summary>
    public IReadOnlyList<(int Mentor, int Fit)> Best { get; }

    /// <summary>Those who need an override among them.</summary>
    public int Proposable { get; }

    public int Eligible { get; }

    public Tally Excluded { get; }

    /// <summary>Those whom the field excludes: what went before between the two comes first where it bars them as well.</summary>
    private static Tally Beforehand(PackedAsk ask)
    {
        // With fewer marks than that, some of those who are kept for their sentences always stay.
        if (ask.Marks.Everyone != Broken.None || ask.Marks.Marked.Count >= Field.SampleSize) return OneByOne(ask);
        var excluded = ask.Field.Excluded.Copy();
        foreach (var mentor in ask.Marks.Marked)
        {
            var standing = ask.Field.BrokenBy[mentor] & ask.Field.Bars;
            if (standing == Broken.None) continue;
            excluded.Remove(standing, mentor);
            excluded.Add((standing | ask.Marks[mentor]) & ask.Field.Bars, mentor);
        }
        return excluded;
    }

    private static Tally OneByOne(PackedAsk ask)
    {
        var excluded = new Tally();
        for (var mentor = 0; mentor < ask.Field.BrokenBy.Length; mentor++)
        {
            var standing = ask.Field.BrokenBy[mentor] & ask.Field.Bars;
            if (standing != Broken.None) excluded.Add((standing | ask.Marks[mentor]) & ask.Field.Bars, mentor);
        }
        return excluded;
    }
}
