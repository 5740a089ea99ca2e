namespace Mentorship.Domain.Time;

/// <summary>How deep a check-in goes: the daily prompt, the weekly default, the monthly pulse, the quarterly form by choice.</summary>
public enum Layer
{
    Daily,
    Weekly,
    Monthly,
    Quarterly,
}
