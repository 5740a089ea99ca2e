using Mentorship.Domain.Matching.Solving;
using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Matching;

/// <summary>Judges every pair, keeps the promises that stand, and lets the objective decide.</summary>
internal static class Allotting
{
    public static Allotment Allot(MatchingBoard board)
    {
        var open = board.Asks.Where(ask => ask.Request.State == RequestState.Open).ToLookup(ask => board.HasProposal(ask.Request.Id));
        Outlook[] outlooks = [.. open[false].Select(ask => Outlook.Of(ask, board.JudgeAll(ask)))];
        var mentorOf = Solver.Solve(ProblemOf(outlooks, board), Objective.MostPeople).Mentor;

        var matched = outlooks.Zip(mentorOf).ToLookup(row => row.Second >= 0);
        return new(
            [.. matched[true].Select(row => row.First.Fitting.Single(c => c.Mentor == board.Mentors[row.Second].Id))],
            [.. matched[false].Select(row => row.First.IfUnmatched)],
            [.. open[true].Select(ask => ask.Request.Id)]);
    }

    private static AllotmentProblem ProblemOf(Outlook[] outlooks, MatchingBoard board)
    {
        var index = board.Mentors.Select((mentor, at) => (mentor.Id, at)).ToDictionary();
        List<int> start = [0], mentors = [], fits = [];
        foreach (var candidates in outlooks.Select(outlook => outlook.Fitting))
        {
            mentors.AddRange(candidates.Select(candidate => index[candidate.Mentor]));
            fits.AddRange(candidates.Select(candidate => candidate.Fit!.PerMille));
            start.Add(mentors.Count);
        }
        int[] places = [.. board.Mentors.Select(board.PlacesLeft)];
        return new([.. start], [.. mentors], [.. fits], places, new int[places.Length], spread: 0);
    }
}
