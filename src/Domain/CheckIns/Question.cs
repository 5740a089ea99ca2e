namespace Mentorship.Domain.CheckIns;

/// <summary>One question: words to choose from, a scale of 0 to 10, or free text. Every question may be skipped.</summary>
/// <param name="Code">Never changes.</param>
/// <param name="Prompt">The question as people read it.</param>
/// <param name="Choices">The words to choose from.</param>
/// <param name="IsScale">Whether a number of 0 to 10 answers it.</param>
/// <param name="IsText">Whether free text answers it.</param>
/// <param name="Tells">Who is told what when it is answered, whatever the audience; null where nobody is. Show it with the question.</param>
/// <param name="StaysWithMe">Whether a page that asks for one audience for all leaves this one out of it.</param>
public sealed record Question(
    string Code, string Prompt, IReadOnlyList<Choice> Choices, bool IsScale = false, bool IsText = false, string? Tells = null, bool StaysWithMe = false);

/// <summary>One word of a question that offers words.</summary>
public sealed record Choice(string Code, string Label);
