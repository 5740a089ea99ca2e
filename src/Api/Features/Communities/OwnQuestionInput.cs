using System.Text.RegularExpressions;
using FluentValidation;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;

namespace Mentorship.Api.Features.Communities;

/// <summary>A community's own question as a coordinator writes it.</summary>
/// <param name="Code">Begins with <c>own-</c>, kebab-case, at most 60 characters; new words need a new code, such as own-sleep-2.</param>
/// <param name="Layer">daily, weekly, monthly or quarterly.</param>
/// <param name="Prompt">One line of at most 300 characters.</param>
/// <param name="Kind">words, scale (0 to 10) or text.</param>
/// <param name="Choices">2 to 10 for words; none otherwise.</param>
public sealed record OwnQuestionInput(string Code, Layer Layer, string Prompt, QuestionKind Kind, IReadOnlyList<Choice>? Choices = null)
{
    internal OwnQuestion Read() => new(Code, Layer, Prompt.Trim(), Kind, Choices ?? []);
}

internal static partial class OwnQuestionRules
{
    public static void AreOwnQuestions<T>(this IRuleBuilder<T, IReadOnlyList<OwnQuestionInput>?> rule) => rule
        .Must(all => Each(all, q => Code().IsMatch(q.Code) && q.Code.Length <= 60))
        .WithErrorCode("question-code-invalid").WithMessage("A code begins with own- and goes on in small letters, digits and hyphens, 60 at most.")
        .Must(all => all is null || all.DistinctBy(q => q.Code).Count() == all.Count).WithErrorCode("question-doubled").WithMessage("Each code once.")
        .Must(all => Each(all, q => IsLine(q.Prompt, 300))).WithErrorCode("prompt-invalid").WithMessage("A question is one line of at most 300 characters.")
        .Must(all => Each(all, AreSound)).WithErrorCode("choices-invalid")
        .WithMessage("Words to choose from are 2 to 10, each with a code of its own and a label of at most 100 characters; a scale and a text have none.")
        .Must(all => all is null || all.CountBy(q => q.Layer).All(layer => layer.Value <= OwnQuestion.MostOfLayer))
        .WithErrorCode("questions-too-many").WithMessage("At most five questions of your own in a layer.");

    private static bool Each(IReadOnlyList<OwnQuestionInput>? all, Func<OwnQuestionInput, bool> rule) => all is null || all.All(rule);

    private static bool AreSound(OwnQuestionInput question) => (question.Kind, question.Choices ?? []) switch
    {
        (QuestionKind.Words, { Count: >= 2 and <= 10 } words) =>
            words.All(w => Word().IsMatch(w.Code) && IsLine(w.Label, 100)) && words.DistinctBy(w => w.Code).Count() == words.Count,
        (QuestionKind.Words, _) => false,
        (_, var none) => none.Count == 0,
    };

    private static bool IsLine(string? text, int most) => text?.Trim().Length is var length && length > 0 && length <= most && ShownText.IsSound(text!);

    [GeneratedRegex(@"\Aown(-[a-z0-9]+)+\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+){0,9}\z")]
    private static partial Regex Word();
}
