namespace Mentorship.Domain;

/// <summary>A rule of the domain forbids what was asked; <see cref="Code"/> is stable kebab-case, the message one sentence for a person without personal data. Answered as 409.</summary>
public sealed class RuleBroken(string code, string sentence) : Exception(sentence)
{
    public string Code { get; } = code;
}
