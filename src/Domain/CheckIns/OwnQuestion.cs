using Mentorship.Domain.Time;

namespace Mentorship.Domain.CheckIns;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    Words,
    Scale,
    Text,
}

/// <summary>
/// A question that a community adds to a layer. Its code stands for its words for ever, because answers are kept by code: other words need
/// another code, and one that is no longer asked is retired, never forgotten.
/// </summary>
public sealed record OwnQuestion(string Code, Layer Layer, string Prompt, QuestionKind Kind, IReadOnlyList<Choice> Choices, bool IsRetired = false)
{
    /// <summary>Most that a layer asks at once.</summary>
    public const int MostOfLayer = 5;

    internal Question Asked => new(Code, Prompt, Choices, Kind == QuestionKind.Scale, Kind == QuestionKind.Text);

    /// <summary>What is asked from now on, and after it what was asked before; <c>question-changed</c> for a known code with other words.</summary>
    public static IReadOnlyList<OwnQuestion> After(IReadOnlyList<OwnQuestion> before, IReadOnlyList<OwnQuestion> now)
    {
        foreach (var (known, again) in before.Join(now, q => q.Code, q => q.Code, (known, again) => (known, again)))
            if (!known.SaysTheSame(again)) throw new RuleBroken("question-changed", $"{known.Code} was asked in other words. Give the new words a new code.");
        return [.. now, .. before.Where(q => now.All(n => n.Code != q.Code)).Select(q => q with { IsRetired = true })];
    }

    private bool SaysTheSame(OwnQuestion other) =>
        (Layer, Prompt, Kind) == (other.Layer, other.Prompt, other.Kind) && Choices.SequenceEqual(other.Choices);
}
