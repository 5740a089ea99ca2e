namespace Mentorship.Infrastructure;

/// <summary>A setting without which the service must not start; the sentence names it and says what to set.</summary>
public sealed class MissingSetting(string setting, string sentence) : Exception(sentence)
{
    public string Setting { get; } = setting;
}
