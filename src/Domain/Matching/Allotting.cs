using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Matching;

/// <summary>Judges every pair, keeps the promises that stand, and lets the objective decide.</summary>
internal static class Allotting
{
    public static Allotment Allot(MatchingBoard board)
    {
        var open = board.Asks.Where(ask => ask.Request.State == RequestState.Open).ToLookup(ask => board.HasProposal(ask.Request.Id));
        Outlook[] outlooks = [.. open[false].Select(ask => Outlook.Of(ask, board.JudgeAll(ask)))];
        var mentorOf = MostPeople.Solve(FitsOf(outlooks, board), [.. board.Mentors.Select(board.PlacesLeft)]);

        var matched = outlooks.Zip(mentorOf).ToLookup(row => row.Second is not null);
        return new(
            [.. matched[true].Select(row => row.First.Fitting.Single(c => c.Mentor == board.Mentors[row.Second!.Value].Id))],
            [.. matched[false].Select(row => row.First.IfUnmatched)],
            [.. open[true].Select(ask => ask.Request.Id)]);
    }

    private static int?[,] FitsOf(Outlook[] outlooks, MatchingBoard board)
    {
        var column = board.Mentors.Select((mentor, index) => (mentor.Id, index)).ToDictionary();
        var fits = new int?[outlooks.Length, board.Mentors.Count];
        for (var row = 0; row < outlooks.Length; row++)
            foreach (var candidate in outlooks[row].Fitting) fits[row, column[candidate.Mentor]] = candidate.Fit!.PerMille;
        return fits;
    }
}
