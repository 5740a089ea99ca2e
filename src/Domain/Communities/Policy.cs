using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Communities;

/// <summary>What a community decides for itself; the defaults come from practice (docs/coordinating.md).</summary>
public sealed record Policy
{
    public static readonly Policy Default = new();

    /// <summary>Minutes of shared availability that every week of the coming year must offer; 0 to 1,440.</summary>
    public int MinimumWeeklyOverlapMinutes { get; init; } = 60;

    /// <summary>Hours each side has to answer an offer before it lapses; 1 to 720.</summary>
    public int AnswerWindowHours { get; init; } = 72;

    /// <summary>Days for which a mentor's word that they are available holds; 1 to 366.</summary>
    public int ConfirmationDays { get; init; } = 35;

    /// <summary>Days that a temporary contact lasts; 7 to 366.</summary>
    public int TemporaryContactDays { get; init; } = PathwayCatalogue.Current.Defaults.TemporaryDays;

    /// <summary>The rhythm of the check-in plan that begins with a pairing, in the form of <see cref="Time.Rhythm"/>.</summary>
    public string CheckInRhythm { get; init; } = "weekly:Sun";

    /// <summary>How deep that plan asks.</summary>
    public Layer CheckInLayer { get; init; } = Layer.Weekly;

    /// <summary>The local time of the default check-in, ISO 8601 hours and minutes.</summary>
    public string CheckInAt { get; init; } = "18:00";

    /// <summary>Whether that plan begins close together and grows rarer, see <see cref="Taper.Gentle"/>; each member may decline.</summary>
    public bool FrontLoaded { get; init; }

    /// <summary>Whether both sides are asked every four weeks how the contact is for them.</summary>
    public bool MonthlyPulse { get; init; } = true;

    /// <summary>What happens, and when, while somebody does not answer.</summary>
    public LadderTimes Ladder { get; init; } = LadderTimes.Default;

    /// <summary>The community's own questions, those that it asks no longer among them.</summary>
    public IReadOnlyList<OwnQuestion> Questions { get; init; } = [];

    /// <summary>Lines to call that somebody of the community has tried.</summary>
    public IReadOnlyList<TriedLine> TriedLines { get; init; } = [];

    /// <summary>Weights of the soft factors by name, each 0 to 10; a factor that is absent weighs 1.</summary>
    public IReadOnlyDictionary<string, double> Weights
    {
        get;
        init => field = value.Values.All(weight => weight is >= 0 and <= 10)
            ? value : throw new RuleBroken("weight-out-of-range", "A weight goes from 0 to 10.");
    } = new Dictionary<string, double>();

    /// <summary>
    /// Thousandths of fit that each further newcomer of one mentor costs in an allotment, 0 to 1000. 50 is about what the load factor says
    /// of the second of three places among seven factors of equal weight.
    /// </summary>
    public int Spread { get; init; } = 50;

    /// <summary>
    /// The community's own labels for the numbers of its pathways' work, by catalogue id, those of a second part after those of the first;
    /// we ship none.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> WorkLabels { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public double WeightOf(string factor) => Weights.TryGetValue(factor, out var weight) ? weight : 1;
}
