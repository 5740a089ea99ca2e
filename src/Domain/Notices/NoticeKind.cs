namespace Mentorship.Domain.Notices;

/// <summary>What a notice is about; stored and logged by its stable text id, see <see cref="NoticeKindIds"/>.</summary>
public enum NoticeKind
{
    Invitation,
    ConfirmAddress,

    /// <summary>Somebody asked for an account for an address that has one.</summary>
    AccountExists,
    ResetPassword,

    /// <summary>A member wants to be reached at an address, whose mailbox is asked first.</summary>
    ConfirmContact,

    /// <summary>To the address of before: notes go to another one from now on.</summary>
    ContactChanged,
    RequestReceived,

    /// <summary>A mentor or a newcomer is asked to say yes or no.</summary>
    PairingOffered,
    PairingIntroduced,
    PairingEnded,
    CheckInDue,

    /// <summary>A newcomer would like a hello: the mentor is told that it can wait, and nothing of what was said.</summary>
    HelloWishedFor,

    /// <summary>A newcomer needs to talk, or had a very hard day: the mentor is told at once, and nothing of what was said.</summary>
    SomeoneAsksForContact,

    /// <summary>Something on the coordinator's list needs a person.</summary>
    CoordinatorLook,

    /// <summary>There is something kind for a member in the app, such as a milestone; what it is stays there.</summary>
    KindWord,

    /// <summary>A check-in that was not answered, once more.</summary>
    CheckInRepeated,

    /// <summary>The same on the next day by the member's other channel, where there is one.</summary>
    CheckInOtherWay,

    /// <summary>A member who did not answer for a while is told first that their mentor will hear of it, unless they say "I'm fine".</summary>
    HelloUnlessFine,

    /// <summary>The mentor of such a member hears that a hello might be welcome, and nothing else.</summary>
    HelloMightBeWelcome,

    /// <summary>Something new on the coordinator's list that can wait until the morning.</summary>
    CoordinatorLookLater,
}
