namespace Mentorship.Domain.Notices;

/// <summary>What somebody can say by answering a text; anything else goes to a person.</summary>
public enum TextedWord
{
    /// <summary>No word that a machine may act on.</summary>
    Unclear,
    Stop,
    Start,
    Help,
    Fine,
    SayHi,
    CallMe,
}
