namespace Mentorship.Domain.Pathways;

/// <summary>A yes, a no, or nothing said, held against a norm: a strict one needs a yes, a custom minds only a no.</summary>
internal static class StatedFact
{
    public static Effect Judge(bool? stated, Firmness firmness) => (stated, firmness) switch
    {
        (true, _) => Effect.Permits,
        (_, Firmness.Strict) => Effect.Refuses,
        (false, _) => Effect.Warns,
        (null, _) => Effect.Permits,
    };

    public static string InWords(bool? stated) => stated switch
    {
        true => "this is so",
        false => "this is not so",
        null => "this is not stated",
    };
}
