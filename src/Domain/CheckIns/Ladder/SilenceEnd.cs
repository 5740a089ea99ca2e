namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>Why the ladder was left.</summary>
public enum SilenceEnd
{
    /// <summary>An answer, late or not, a sign-in, or a note read in the app.</summary>
    SignOfLife,

    /// <summary>"I'm fine".</summary>
    SaidFine,

    /// <summary>The member stopped such notes, or the note that tells them first could not be delivered: none of it is a miss.</summary>
    OutOfReach,

    /// <summary>A pause, a day off, or the end of plan or pairing.</summary>
    AtRest,
}
