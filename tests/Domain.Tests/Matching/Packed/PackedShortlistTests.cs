using Mentorship.Domain.Matching;
using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Tests.Matching.Packed;

public class PackedShortlistTests
{
    private const int Boards = 300;

    [Fact]
    public void A_shortlist_is_what_judging_everyone_by_the_readable_rules_gives()
    {
        foreach (var (board, request) in Wild())
        {
            var (shortlist, judged) = (board.Shortlist(request.Id, take: 3), JudgeAll(board, request.Id));
            var allowed = judged.Where(candidate => candidate.Bar is null).OrderBy(c => !c.IsEligible).ThenByDescending(c => c.Fit!.PerMille).ThenBy(c => c.Mentor.Value).ToList();
            Assert.Equal(allowed.Take(3).Select(c => c.ToGrounds()), shortlist.Candidates.Select(c => c.ToGrounds()));
            Assert.Equal(allowed.Count, shortlist.Proposable);

            var excluded = judged.Where(candidate => candidate.Bar is not null).ToList();
            Assert.Equal(excluded.Select(c => new ExcludedMentor(c.Mentor, c.Bar!.Code, c.Bar.Sentence)), shortlist.Excluded);
            Assert.Equal(
                excluded.CountBy(c => c.Bar!.Code).OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => (rule.Key, rule.Value)),
                shortlist.ExcludedByRule.Select(rule => (rule.Code, rule.Count)));
            Assert.All(shortlist.ExcludedByRule, rule => Assert.Contains(excluded, c => c.Bar!.Sentence == rule.Sentence));
        }
    }

    [Fact]
    public void Each_widening_adds_as_many_as_it_says_when_it_alone_is_done()
    {
        var told = new HashSet<string>();
        foreach (var (rows, ask) in Enumerable.Range(1, Boards).Select(seed => WildCrowd.Rows(seed, 3, 10)).SelectMany(rows => rows.Asks.Select(ask => (rows, ask))))
        {
            var widenings = new MatchingBoard(rows).Shortlist(ask.Request.Id, take: 50).Widening;
            var before = Eligible(rows, ask.Request);
            foreach (var widening in widenings)
            {
                Assert.Equal(before + widening.Adds, EligibleWith(widening.Code, rows, ask.Request));
                Assert.EndsWith($", {widening.Adds} more could be proposed.", widening.Sentence, StringComparison.Ordinal);
                told.Add(widening.Code);
            }
            Assert.Equal(widenings.OrderByDescending(w => w.Adds).ThenBy(w => w.Code, StringComparer.Ordinal), widenings);
        }
        string[] all =
        [
            "wish-gender", "wish-age", "wish-lived-experience", "wish-orientation", "wish-first-language",
            "mentor-not-confirmed", "too-little-time", "norm-time-in-recovery",
        ];
        Assert.Empty(all.Except(told));
        Assert.Empty(told.Except(all));
    }

    [Fact]
    public void What_is_not_told_would_add_nobody()
    {
        foreach (var (board, request) in Wild())
        {
            var told = board.Shortlist(request.Id, take: 50).Widening.ToDictionary(w => w.Code, w => w.Adds);
            var alone = JudgeAll(board, request.Id).Where(c => c.Exclusions.Count == 1).CountBy(c => c.Exclusions[0].Code);
            foreach (var (code, count) in alone.Where(rule => rule.Key.StartsWith("wish-", StringComparison.Ordinal) || rule.Key == "mentor-not-confirmed"))
                Assert.Equal(count, told[code]);
        }
    }

    private static IEnumerable<(MatchingBoard Board, MentorRequest Request)> Wild() =>
        from seed in Enumerable.Range(1, Boards)
        let board = new MatchingBoard(WildCrowd.Rows(seed, 3, 12))
        from ask in board.Asks
        select (board, ask.Request);

    private static int EligibleWith(string code, BoardRows rows, MentorRequest request)
    {
        if (code == "norm-time-in-recovery")
            return new MatchingBoard(rows).Shortlist(request.Id, 50).Candidates.Count(c => c.Exclusions.All(e => e.Code == code));
        if (code == "mentor-not-confirmed") return Eligible(rows with { Policy = rows.Policy with { ConfirmationDays = 366 } }, request);
        if (code == "too-little-time") return Eligible(rows with { Policy = rows.Policy with { MinimumWeeklyOverlapMinutes = 15 } }, request);
        var (wishes, must) = (request.Wishes, MustOf(code));
        request.Wish(wishes with { Musts = wishes.Musts & ~must });
        var eligible = Eligible(rows, request);
        request.Wish(wishes);
        return eligible;
    }

    private static Musts MustOf(string code) => code switch
    {
        "wish-gender" => Musts.Gender,
        "wish-age" => Musts.Age,
        "wish-lived-experience" => Musts.LivedExperience,
        "wish-orientation" => Musts.Orientation,
        _ => Musts.FirstLanguage,
    };

    private static int Eligible(BoardRows rows, MentorRequest request)
    {
        var board = new MatchingBoard(rows);
        return JudgeAll(board, request.Id).Count(candidate => candidate.IsEligible);
    }

    private static List<Candidate> JudgeAll(MatchingBoard board, RequestId request) =>
        [.. board.Mentors.Select(mentor => board.Judge(board.Ask(request), mentor))];
}
