using FluentValidation;
using FluentValidation.Results;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>Answers that their question does not take. Only the handler knows what was asked, so no validator can look for them.</summary>
internal static class Misfits
{
    public const string ForCoordinatorsAlone = "The other side never sees this. Use me or coordinator.";

    public static void MustBeNone(IReadOnlyList<GivenAnswer> answers, IReadOnlyList<Question> asked, Layer layer)
    {
        var failures = answers.Select((given, place) => given.IsEmpty ? null : Of(given, asked, $"answers[{place}]") ?? OfAudience(given, layer, $"answers[{place}]")).OfType<ValidationFailure>().ToList();
        if (failures.Count > 0) throw new ValidationException(failures);
    }

    private static ValidationFailure? Of(GivenAnswer given, IReadOnlyList<Question> asked, string place) =>
        asked.FirstOrDefault(q => q.Code == given.Question) switch
        {
            null => Failure($"{place}.question", "question-unknown", "This is not asked here. Answer the questions that are shown."),
            var q when given.Choice is not null && q.Choices.All(c => c.Code != given.Choice) =>
                Failure($"{place}.choice", "choice-unknown", "Choose one of the answers that are shown."),
            { IsScale: false } when given.Number is not null =>
                Failure($"{place}.number", "number-unasked", "No number is asked for here. Choose one of the answers that are shown."),
            { IsText: false } when !string.IsNullOrEmpty(given.Text) =>
                Failure($"{place}.text", "text-unasked", "No text is asked for here. Choose one of the answers that are shown."),
            _ => null,
        };

    private static ValidationFailure? OfAudience(GivenAnswer given, Layer layer, string place) =>
        given.Audience.Fits(layer) ? null : Failure($"{place}.audience", "audience-unfit", ForCoordinatorsAlone);

    private static ValidationFailure Failure(string field, string code, string sentence) => new(field, sentence) { ErrorCode = code };
}
