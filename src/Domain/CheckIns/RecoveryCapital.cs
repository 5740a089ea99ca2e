using System.Globalization;

namespace Mentorship.Domain.CheckIns;

/// <summary>
/// The Brief Assessment of Recovery Capital (BARC-10; Vilsaint and others 2017; PhenX protocol 590502: freely available, permission not
/// required for use): ten items, each 1 (strongly disagree) to 6 (strongly agree), sum 10 to 60. The sum is its member's alone and no
/// cut-off is ever shown.
/// </summary>
public static class RecoveryCapital
{
    private const int Most = 6;

    private static readonly IReadOnlyList<Choice> Agreement =
        [new("1", "1, strongly disagree"), new("2", "2"), new("3", "3"), new("4", "4"), new("5", "5"), new("6", "6, strongly agree")];

    private static readonly string[] Items =
    [
        "There are more important things to me in life than using substances.",
        "In general I am happy with my life.",
        "I have enough energy to complete the tasks I set for myself.",
        "I am proud of the community I live in and feel part of it.",
        "I get lots of support from friends.",
        "I regard my life as challenging and fulfilling without the need for using drugs or alcohol.",
        "My living space has helped to drive my recovery journey.",
        "I take full responsibility for my actions.",
        "I am happy dealing with a range of professional people.",
        "I am making good progress on my recovery journey.",
    ];

    public static IReadOnlyList<Question> Questions { get; } =
        [.. Items.Select((item, place) => new Question($"barc-{(place + 1).ToString(CultureInfo.InvariantCulture)}", item, Agreement))];

    /// <summary>The sum of ten answers, 10 to 60; null as long as one is missing, for a part of it says nothing.</summary>
    /// <param name="answers">Question and chosen word; others than the ten are passed over.</param>
    public static int? Sum(IEnumerable<(string Question, string? Choice)> answers)
    {
        var points = answers.Where(a => Questions.Any(q => q.Code == a.Question) && a.Choice is not null)
            .Select(a => int.Parse(a.Choice!, CultureInfo.InvariantCulture)).Where(p => p is >= 1 and <= Most).ToList();
        return points.Count == Items.Length ? points.Sum() : null;
    }
}
