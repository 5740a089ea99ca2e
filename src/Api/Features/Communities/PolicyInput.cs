using FluentValidation;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Features.Communities;

/// <param name="MinimumWeeklyOverlapMinutes">0 to 1,440.</param>
/// <param name="AnswerWindowHours">1 to 720.</param>
/// <param name="ConfirmationDays">1 to 366.</param>
/// <param name="TemporaryContactDays">7 to 366.</param>
/// <param name="CheckInRhythm">daily, weekdays:Mon,Wed, weekly:Sun, every:3:2026-01-01 or monthly:31.</param>
/// <param name="CheckInLayer">daily or weekly; the monthly pulse is asked beside it, and the ladder waits for neither it nor the quarterly form.</param>
/// <param name="CheckInAt">Local time, HH:mm.</param>
/// <param name="Weights">Weights of the soft factors by name, each 0 to 10, not all 0; one that is left out weighs 1.</param>
/// <param name="Spread">Thousandths of fit that each further newcomer of one mentor costs in an allotment, 0 to 1,000; 50 when left out.</param>
/// <param name="WorkLabels">Your own labels for the numbers of a pathway's work, by its catalogue id; at most one for each number, each
/// at most 120 characters, "" for none.</param>
/// <param name="FrontLoaded">Whether a new pair's check-ins begin close together and grow rarer; not when left out.</param>
/// <param name="MonthlyPulse">Whether both sides of a new pair are asked every four weeks how the contact is for them; they are when left out.</param>
/// <param name="Ladder">What happens, and when, while somebody does not answer; the defaults when left out.</param>
/// <param name="Questions">The community's own questions, at most five a layer; none when left out. A code keeps its words for ever.</param>
/// <param name="TriedLines">Lines to call that somebody of you has tried, and when, as check-ins, stops and plans for hard days then say. None when left out.</param>
public sealed record PolicyInput(
    int? MinimumWeeklyOverlapMinutes, int? AnswerWindowHours, int? ConfirmationDays, int? TemporaryContactDays,
    string? CheckInRhythm, Layer? CheckInLayer, string? CheckInAt, IReadOnlyDictionary<string, double>? Weights, int? Spread = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? WorkLabels = null,
    bool? FrontLoaded = null, bool? MonthlyPulse = null, LadderTimes? Ladder = null, IReadOnlyList<OwnQuestionInput>? Questions = null,
    IReadOnlyList<TriedLine>? TriedLines = null)
{
    internal Policy Read() => new()
    {
        MinimumWeeklyOverlapMinutes = MinimumWeeklyOverlapMinutes!.Value,
        AnswerWindowHours = AnswerWindowHours!.Value,
        ConfirmationDays = ConfirmationDays!.Value,
        TemporaryContactDays = TemporaryContactDays!.Value,
        CheckInRhythm = Rhythm.Parse(CheckInRhythm!).ToString(),
        CheckInLayer = CheckInLayer!.Value,
        CheckInAt = CheckInAt!,
        Weights = Weights!,
        Spread = Spread ?? Policy.Default.Spread,
        WorkLabels = WorkLabels ?? Policy.Default.WorkLabels,
        FrontLoaded = FrontLoaded ?? Policy.Default.FrontLoaded,
        MonthlyPulse = MonthlyPulse ?? Policy.Default.MonthlyPulse,
        Ladder = Ladder ?? LadderTimes.Default,
        Questions = [.. (Questions ?? []).Select(q => q.Read())],
        TriedLines = TriedLines ?? [],
    };
}

internal sealed class PolicyRules : AbstractValidator<PolicyInput>
{
    private const int LongestLabel = 120, MostTried = 200;

    private static readonly string Factors = $"Name factors among {string.Join(", ", Fit.FactorNames)}.";

    public PolicyRules(IClock clock)
    {
        RuleFor(p => p.MinimumWeeklyOverlapMinutes).Must(m => m is >= 0 and <= 1440)
            .WithErrorCode("overlap-range").WithMessage("Minutes a week, from 0 to 1,440.");
        RuleFor(p => p.AnswerWindowHours).Must(h => h is >= 1 and <= 720)
            .WithErrorCode("answer-window-range").WithMessage("Hours, from 1 to 720.");
        RuleFor(p => p.ConfirmationDays).Must(d => d is >= 1 and <= 366)
            .WithErrorCode("confirmation-range").WithMessage("Days, from 1 to 366.");
        RuleFor(p => p.TemporaryContactDays).Must(d => d is >= 7 and <= 366)
            .WithErrorCode("temporary-contact-range").WithMessage("Days, from 7 to 366.");
        RuleFor(p => p.CheckInRhythm).Must(r => Rhythm.TryParse(r, out _)).WithErrorCode("rhythm-invalid")
            .WithMessage("Use daily, weekdays:Mon,Wed, weekly:Sun, every:3:2026-01-01 or monthly:31.");
        RuleFor(p => p.CheckInLayer).Must(l => l is Layer.Daily or Layer.Weekly).WithErrorCode("layer-unfit")
            .WithMessage("Use daily or weekly. The monthly pulse is asked beside it, and the quarterly form by choice.");
        RuleFor(p => p.CheckInAt).Must(IsTime).WithErrorCode("time-invalid").WithMessage("Use hours and minutes, such as 18:30.");
        RuleFor(p => p.Spread).InclusiveBetween(0, AllotmentOrder.MostSpread)
            .WithErrorCode("spread-range").WithMessage("Thousandths of fit, from 0 to 1,000.");
        RuleFor(p => p.WorkLabels).Must(all => all is null || all.All(AreLabels)).WithErrorCode("work-labels-invalid")
            .WithMessage("For a pathway of the catalogue at most one label a number, each on one line of at most 120 characters.");
        RuleFor(p => p.Ladder).Must(l => l is null || IsInRange(l)).WithErrorCode("ladder-range").WithMessage(
            "Hours: repeat 1 to 24, other way 12 to 72, mentor 12 to 168. Misses: daily 2 to 14, weekly 1 to 8. Days: coordinators 7 to 60.");
        RuleFor(p => p.Questions).AreOwnQuestions();
        RuleFor(p => p.TriedLines).Must(all => all is null || (all.Count <= MostTried && all.All(IsLine))).WithErrorCode("crisis-line-unknown")
            .WithMessage("Name the country by two letters and a line of it by its number or, where it has none, by the host of its address.")
            .Must(all => all is null || all.All(t => HasCome(t.On, clock))).WithErrorCode("tried-on-invalid").WithMessage("Name a day that has come, such as 2026-11-20.");
        RuleFor(p => p.Weights).NotNull().WithErrorCode("weights-needed").WithMessage("Send the weights, or {} for 1 each.");
        When(p => p.Weights is not null, () =>
        {
            RuleFor(p => p.Weights).Must(w => w!.Keys.All(Fit.FactorNames.Contains)).WithErrorCode("factor-unknown").WithMessage(Factors);
            RuleFor(p => p.Weights).Must(w => w!.Values.All(v => v is >= 0 and <= 10))
                .WithErrorCode("weight-range").WithMessage("A weight goes from 0 to 10.");
            RuleFor(p => p.Weights).Must(w => Fit.FactorNames.Any(name => w!.GetValueOrDefault(name, 1) > 0))
                .WithErrorCode("weights-all-zero").WithMessage("At least one factor must count.");
        });
    }

    private static bool AreLabels(KeyValuePair<string, IReadOnlyList<string>> labels) =>
        PathwayCatalogue.Current.Find(labels.Key) is { } pathway && labels.Value is { } texts && texts.Count <= pathway.Work.Numbers
        && texts.All(text => text is { Length: <= LongestLabel } && ShownText.IsSound(text));

    private static bool IsInRange(LadderTimes l) =>
        l is { RepeatAfterHours: >= 1 and <= 24, OtherWayAfterHours: >= 12 and <= 72, MentorAfterHours: >= 12 and <= 168 }
        && l is { DailyMisses: >= 2 and <= 14, WeeklyMisses: >= 1 and <= 8, CoordinatorsAfterDays: >= 7 and <= 60 };

    private static bool IsLine(TriedLine tried) => CrisisLines.For(tried.Country).Any(line => line.IsCalled(tried.Line));

    /// <summary>Anywhere in the world.</summary>
    private static bool HasCome(string day, IClock clock) =>
        LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var on } && on <= clock.GetCurrentInstant().InUtc().Date.PlusDays(1);

    private static bool IsTime(string? text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text ?? "").Success;
}
