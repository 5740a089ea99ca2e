using Mentorship.Domain.Time;

namespace Mentorship.Domain.CheckIns;

/// <summary>One question: words to choose from, a scale of 0 to 10, or free text. Every question may be skipped.</summary>
/// <param name="Code">Never changes.</param>
/// <param name="Prompt">The question as people read it.</param>
/// <param name="Choices">The words to choose from.</param>
/// <param name="IsScale">Whether a number of 0 to 10 answers it.</param>
/// <param name="IsText">Whether free text answers it.</param>
/// <param name="Tells">Who is told what when it is answered, whatever the audience; null where nobody is. Show it with the question.</param>
public sealed record Question(
    string Code, string Prompt, IReadOnlyList<Choice> Choices, bool IsScale = false, bool IsText = false, string? Tells = null);

/// <summary>One word of a question that offers words.</summary>
public sealed record Choice(string Code, string Label);

/// <summary>The questions of each layer; the pathway's own prompt replaces the weekly one where it has one.</summary>
public static class Questions
{
    public const string Today = "today", Craving = "craving", Confidence = "confidence", Contact = "contact", Week = "week", Plan = "plan", GoodThing = "good-thing";
    public const string CallMe = "call-me", SayHi = "say-hi";

    private static readonly Question HowIsToday = new(Today, "How is today going?",
        [new("very-good", "Very good"), new("good", "Good"), new("so-so", "So-so"), new("hard", "Hard"), new("very-hard", "Very hard")]);

    private static readonly Question WantContact = new(Contact, "Would you like to hear from someone?",
        [new("fine", "I'm fine"), new(SayHi, "A hello would be nice"), new(CallMe, "I need to talk")],
        Tells: "\"A hello would be nice\" is told to your contact, who may take their time. \"I need to talk\" is told to your contact at once, "
            + "and to the coordinators. Neither learns from this what else you answer.");

    private static readonly Question CravingScale = new(Craving, "How strong was the pull today, 0 to 10?", [], IsScale: true);
    private static readonly Question ConfidenceScale = new(Confidence, "How sure do you feel about tomorrow, 0 to 10?", [], IsScale: true);

    public static IReadOnlyList<Question> Of(Layer layer, string? pathwayPrompt = null) => layer switch
    {
        Layer.Daily => [HowIsToday, CravingScale, ConfidenceScale, WantContact],
        _ => [HowIsToday, HowWasTheWeek(pathwayPrompt), new(Plan, "One plan for the week?", [], IsText: true), new(GoodThing, "One good thing?", [], IsText: true), WantContact],
    };

    private static Question HowWasTheWeek(string? prompt) => new(Week, prompt ?? "How was your week?", [], IsText: true);
}
