using System.Globalization;
using Mentorship.Api.Features.Allotments;
using Mentorship.Domain;
using Mentorship.Domain.Matching;

namespace Mentorship.Api.Commands;

/// <summary>
/// Every pair that could be made, with its fit in thousandths as the solver was given it, so that anyone can check the result with another.
/// </summary>
internal sealed class AllotPairs(MatchingBoard board, Allotment allotment, IReadOnlyDictionary<MemberId, string> emails)
{
    private const string Header = "newcomer_email,mentor_email,fit\r\n";

    public async Task Write(TextWriter writer)
    {
        await writer.WriteAsync(Header);
        for (var row = 0; row < allotment.Problem.Newcomers; row++)
        {
            var newcomer = SafeCsv.Cell(emails[board.Ask(allotment.Rows[row]).Newcomer.Id]);
            foreach (var line in Lines(newcomer, row)) await writer.WriteAsync(line);
        }
    }

    private List<string> Lines(string newcomer, int row)
    {
        var mentors = allotment.Problem.MentorsOf(row);
        var fits = allotment.Problem.FitsOf(row);
        var lines = new List<string>(mentors.Length);
        for (var at = 0; at < mentors.Length; at++)
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{newcomer},{SafeCsv.Cell(emails[board.Mentors[mentors[at]].Id])},{fits[at]}\r\n"));
        return lines;
    }
}
