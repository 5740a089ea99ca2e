using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.CheckIns;

/// <summary>The questions of each layer; the pathway's own prompt replaces the weekly one where it has one, and a community's own come last.</summary>
public static class Questions
{
    public const string Today = "today", Craving = "craving", Confidence = "confidence", Contact = "contact", Week = "week", Plan = "plan", GoodThing = "good-thing";
    public const string Goals = "goals", Used = "used", Safe = "safe";
    public const string CallMe = "call-me", SayHi = "say-hi", VeryHard = "very-hard";

    /// <summary>From here on, on the scale of <see cref="Craving"/>, an answer is very hard.</summary>
    public const int StrongCraving = 9;

    private const string ToContactAndCoordinators = "is told at once to your contact, as a note that a word from them would be good, and to the coordinators. "
        + "It does not say what you answered, and you can keep it to yourself.";
    private const string ToCoordinators = "is told at once to the coordinators, as a note that a word from someone would be good. "
        + "It does not say what you answered, and you can keep it to yourself.";

    private const string ToContact = "is told at once to your contact, as a note that a word from them would be good. "
        + "It does not say what you answered, and you can keep it to yourself. No coordinator is there to be told.";
    private const string TellsContact = "\"A hello would be nice\" is told to your contact, who may take their time. \"I need to talk\" is told to your "
        + "contact at once. No coordinator is there to be told. Your contact does not learn from this what else you answer.";
    private const string NobodyIsThere = "At this moment nobody is there who could be told of it: it would be kept for a coordinator who comes later. "
        + "The lines below are there for you now.";

    private static readonly Question HowIsToday = new(Today, "How is today going?",
        [new("very-good", "Very good"), new("good", "Good"), new("so-so", "So-so"), new("hard", "Hard"), new(VeryHard, "Very hard")],
        Tells: $"\"Very hard\" {ToContactAndCoordinators}");

    private static readonly Question WantContact = new(Contact, "Would you like to hear from someone?",
        [new("fine", "I'm fine"), new(SayHi, "A hello would be nice"), new(CallMe, "I need to talk")],
        Tells: "\"A hello would be nice\" is told to your contact, who may take their time. \"I need to talk\" is told to your contact at once, "
            + "and to the coordinators. Neither learns from this what else you answer.");

    private static readonly Question WantSomebody = new(Contact, "Would you like to hear from someone?",
        [new("fine", "I'm fine"), new(CallMe, "I need to talk")],
        Tells: "\"I need to talk\" is told to the coordinators at once. They do not learn from this what else you answer.");

    private static readonly Question HowAreTheGoals = new(Goals, "The goals that you two set: how are they going?",
        [new("well", "Well"), new("slowly", "Slowly"), new("not-this-week", "Not this week"), new("talk", "I would like to talk about them")]);

    private static readonly Question CravingScale = new(Craving, "How strong was the pull today, 0 to 10?", [], IsScale: true,
        Tells: $"A 9 or a 10 {ToContactAndCoordinators}");
    private static readonly Question ConfidenceScale = new(Confidence, "How sure do you feel about tomorrow, 0 to 10?", [], IsScale: true);

    /// <summary>What is asked.</summary>
    /// <param name="layer">How deep.</param>
    /// <param name="pathway">Whose words are used.</param>
    /// <param name="own">The community's own questions, of every layer.</param>
    /// <param name="hasGoals">Whether goals that the two set are open, to be looked at once a week.</param>
    /// <param name="hasContact">Whether there is somebody who can be asked for a hello.</param>
    /// <param name="coordinatorsHear">Whether a coordinator is there who would be told of a call for contact.</param>
    public static IReadOnlyList<Question> Of(
        Layer layer, Pathway pathway, IEnumerable<OwnQuestion> own, bool hasGoals = false, bool hasContact = true, bool coordinatorsHear = true) =>
    [
        .. Shipped(layer, pathway).Where(q => q != HowAreTheGoals || hasGoals)
            .Select(q => hasContact ? q : WithoutContact(q)).Select(q => coordinatorsHear ? q : WithoutCoordinators(q, hasContact)),
        .. own.Where(q => q.Layer == layer && !q.IsRetired).Select(q => q.Asked),
    ];

    /// <summary>What is asked and what was asked before, so that an answer is read in the words of its question.</summary>
    public static IReadOnlyList<Question> EverOf(Layer layer, Pathway pathway, IEnumerable<OwnQuestion> own) =>
        Of(layer, pathway, own.Select(q => q with { IsRetired = false }), hasGoals: true);

    private static Question WithoutContact(Question asked) => asked.Code switch
    {
        Contact => WantSomebody,
        Today => asked with { Tells = $"\"Very hard\" {ToCoordinators}" },
        Craving => asked with { Tells = $"A 9 or a 10 {ToCoordinators}" },
        _ => asked,
    };

    private static Question WithoutCoordinators(Question asked, bool hasContact) => asked.Code switch
    {
        Today => asked with { Tells = hasContact ? $"\"Very hard\" {ToContact}" : NobodyIsThere },
        Craving => asked with { Tells = hasContact ? $"A 9 or a 10 {ToContact}" : NobodyIsThere },
        Contact => asked with { Tells = hasContact ? TellsContact : NobodyIsThere },
        _ => asked,
    };

    private static IEnumerable<Question> Shipped(Layer layer, Pathway pathway) => layer switch
    {
        Layer.Daily => [HowIsToday, CravingScale, ConfidenceScale, .. SayingSo(pathway), WantContact],
        Layer.Monthly => Pulse.Questions,
        Layer.Quarterly => RecoveryCapital.Questions,
        _ =>
        [
            HowIsToday, new(Week, pathway.CheckInPrompt ?? "How was your week?", [], IsText: true), HowAreTheGoals,
            new(Plan, "One plan for the week?", [], IsText: true), new(GoodThing, "One good thing?", [], IsText: true), .. SayingSo(pathway), WantContact,
        ],
    };

    /// <summary>
    /// One thing that may be said, never a question with a no; only where the pathway counts time at all. Whoever opens a mail reads this page,
    /// so it does not say what.
    /// </summary>
    private static IEnumerable<Question> SayingSo(Pathway pathway) => pathway.Clock is null ? [] :
    [
        new(Used, "Only if you want to say it:", [new("i-used", $"I want to say that {Happened(pathway)}")], StaysWithMe: true,
            Tells: "Nobody is told of it. It stays with you, whatever you choose below, and changes no date and nothing else."),
    ];

    private static string Happened(Pathway pathway) => pathway.Focus[0] switch
    {
        Focus.Eating or Focus.MentalHealth or Focus.FamilyHistory or Focus.Any => "it did not go as I meant it to",
        _ => "I did",
    };
}
