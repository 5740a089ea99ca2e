namespace Mentorship.Domain.Time;

/// <summary>How deep a check-in goes: a daily prompt, the weekly default, the monthly pulse, the quarterly questionnaire by choice.</summary>
public enum Layer
{
    Daily,
    Weekly,
    Monthly,
    Quarterly,
}
