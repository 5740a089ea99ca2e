using Mentorship.Domain.Matching.Rules;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching;

/// <summary>The hard rules in their order: the first that is broken is the reason that is told.</summary>
internal static class Eligibility
{
    public const string DismissedBefore = "dismissed-before";

    public static readonly IReadOnlyList<HardRule> BeforeNorms =
    [
        PairRules.NotThemselves, PairRules.SameCommunity, PairRules.NotSeparated,
        PairRules.NotOfferedBefore, PairRules.NotPairedAlready, PairRules.NewcomerHasPlace,
        MentorRules.Mentors, MentorRules.Vetted, MentorRules.NotPaused, MentorRules.Confirmed,
        MentorRules.HasFreePlace, MentorRules.OffersKind,
        PathwayRules.SharedAudience, PathwayRules.SharedPathway,
    ];

    public static readonly IReadOnlyList<HardRule> AfterNorms =
    [
        WishRules.Gender, WishRules.Age, WishRules.LivedExperience, WishRules.Orientation, WishRules.FirstLanguage,
        MentorRules.IsComfortable,
        MeetingRules.SharedLanguage, MeetingRules.SharedMode, MeetingRules.WithinReach, MeetingRules.EnoughTime,
    ];

    /// <summary>Every rule that is broken, not only the first: what one change would do can then be told.</summary>
    public static (IReadOnlyList<Exclusion> Exclusions, IReadOnlyList<Warning> Warnings) Judge(Prospect pair)
    {
        var norms = PathwayRules.Norms(pair);
        var refusals = from norm in norms where norm.Effect == Effect.Refuses select new Exclusion(norm.Code, norm.Firmness, norm.Sentence);
        var warnings = from norm in norms where norm.Effect == Effect.Warns select new Warning(norm.Code, norm.Sentence);
        return (
            [.. Broken(BeforeNorms, pair), .. refusals, .. Broken(AfterNorms, pair)],
            [.. Earlier(pair), .. OfTheirOwnChoice(pair), .. warnings, .. WithoutAccount(pair)]);
    }

    /// <summary>What one rule says of a pair that breaks it.</summary>
    public static string Sentence(string code, Prospect pair) =>
        BeforeNorms.Concat(AfterNorms).FirstOrDefault(rule => rule.Code == code) is { } rule
            ? rule.Judge(pair)!.Sentence
            : PathwayRules.Norms(pair).First(norm => norm.Code == code && norm.Effect == Effect.Refuses).Sentence;

    private static IEnumerable<Exclusion> Broken(IReadOnlyList<HardRule> rules, Prospect pair) =>
        rules.Select(rule => rule.Judge(pair)).OfType<Exclusion>();

    private static IEnumerable<Warning> Earlier(Prospect pair)
    {
        var (request, mentor) = (pair.Request.Id, pair.Mentor.Member.Id);
        if (pair.History.Was(request, mentor, PairingState.Proposed))
            yield return new("already-proposed", "A proposal of this pair waits for review.");
        if (pair.History.Was(request, mentor, PairingState.Dismissed))
            yield return new(DismissedBefore, "This pair was dismissed for this request before.");
    }

    /// <summary>pathways.json, coordinatorAct: there a newcomer chooses, and a coordinator only passes on whom they chose.</summary>
    private static IEnumerable<Warning> OfTheirOwnChoice(Prospect pair)
    {
        if (pair.SharePathway && pair.Pathway.CoordinatorAct == CoordinatorAct.NewcomerAsks)
            yield return new("newcomer-asks", $"On this pathway newcomers ask for themselves: propose only whom {pair.TheNewcomer} chose.");
    }

    /// <summary>An offer is answered behind a log-in, and lapses with who has none.</summary>
    private static IEnumerable<Warning> WithoutAccount(Prospect pair)
    {
        const string thenAnswers = "can answer an offer only after taking an invitation.";
        string? sentence = (pair.Mentor.Member.AccountId, pair.Newcomer.Member.AccountId) switch
        {
            (null, null) => $"Neither of them has an account yet; each {thenAnswers}",
            (null, _) => $"{pair.ThisMentor} has no account yet and {thenAnswers}",
            (_, null) => $"There is no account yet for {pair.TheNewcomer}, who {thenAnswers}",
            _ => null,
        };
        if (sentence is not null) yield return new("no-account", sentence);
    }
}
