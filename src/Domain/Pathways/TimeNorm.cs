using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>
/// Time in recovery before mentoring, counted on the calendar: a year from 29 February is complete on 28 February. A date that is not
/// stated refuses like one that is too late, for the norm is about safety and a date is quickly asked for.
/// </summary>
internal static class TimeNorm
{
    private const string Code = "norm-time-in-recovery";

    public static NormFinding? Judge(Pathway pathway, RelationshipKind kind, NormFacts facts)
    {
        var minimum = pathway.MinimumFor(kind);
        if (pathway.MinimumBasis is not { } firmness || minimum.Equals(Period.Zero))
        {
            return null;
        }
        var (effect, tail) = Compare(minimum, facts);
        return new(Code, effect, firmness, NormSentence.Of(pathway, firmness, Asked(pathway, kind, minimum), tail));
    }

    public static NormText? Text(Pathway pathway, RelationshipKind kind)
    {
        var minimum = pathway.MinimumFor(kind);
        return pathway.MinimumBasis is { } firmness && !minimum.Equals(Period.Zero)
            ? NormSentence.Text(pathway, Code, firmness, Asked(pathway, kind, minimum))
            : null;
    }

    private static string Asked(Pathway pathway, RelationshipKind kind, Period minimum) =>
        $"the {pathway.Words(kind).Mentor} has at least {Lengths.InWords(minimum)} {pathway.Clock?.Phrase}";

    private static (Effect Effect, string Tail) Compare(Period minimum, NormFacts facts) => facts.MentorSince switch
    {
        null => (Effect.Refuses, "the date is not stated"),
        { } since when since > facts.Today => (Effect.Refuses, "the date given is still to come"),
        { } since when since + minimum > facts.Today => (Effect.Refuses, "the date given is too recent"),
        _ => (Effect.Permits, "the date given meets this"),
    };
}
