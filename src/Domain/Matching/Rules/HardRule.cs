using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching.Rules;

/// <summary>Decides whether a mentor may be proposed at all; <paramref name="Broken"/> answers with a sentence when it is.</summary>
internal sealed record HardRule(string Code, Firmness Firmness, Func<Prospect, string?> Broken)
{
    public Exclusion? Judge(Prospect pair) => Broken(pair) is { } sentence ? new(Code, Firmness, sentence) : null;
}
