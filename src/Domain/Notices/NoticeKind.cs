namespace Mentorship.Domain.Notices;

/// <summary>What a notice is about; stored and logged by its stable text id, see <see cref="NoticeKindIds"/>.</summary>
public enum NoticeKind
{
    Invitation,
    ConfirmAddress,

    /// <summary>Somebody asked for an account for an address that has one.</summary>
    AccountExists,
    ResetPassword,
    RequestReceived,

    /// <summary>A mentor or a newcomer is asked to say yes or no.</summary>
    PairingOffered,
    PairingIntroduced,
    PairingEnded,
    CheckInDue,
    CheckInRepeat,

    /// <summary>The service was away: one note in place of all that it did not send.</summary>
    CheckInCatchUp,

    /// <summary>A newcomer wants to talk: the mentor is told at once, and nothing of what was said.</summary>
    SomeoneAsksForContact,

    /// <summary>Something on the coordinator's list needs a person.</summary>
    CoordinatorLook,
}
