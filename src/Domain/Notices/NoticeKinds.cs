using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Notices;

/// <summary>How notices differ in what may be done with them.</summary>
public static class NoticeKinds
{
    /// <summary>Somebody hopes to be called, or has asked the coordinators for a person: it goes before everything else of its channel.</summary>
    public static bool IsCallForHelp(this NoticeKind kind) => kind is NoticeKind.SomeoneAsksForContact or NoticeKind.CoordinatorLook;

    /// <summary>
    /// Goes at whatever hour: it is a call for help, or somebody stands at the door of their own account and waits for the mail.
    /// </summary>
    public static bool GoesAtOnce(this NoticeKind kind) => kind.IsCallForHelp()
        || kind is NoticeKind.Invitation or NoticeKind.ConfirmAddress or NoticeKind.AccountExists or NoticeKind.ResetPassword
            or NoticeKind.ConfirmContact or NoticeKind.ContactChanged;

    /// <summary><paramref name="now"/>, or the first moment after it outside the recipient's quiet hours for what can wait.</summary>
    public static Instant MayGoFrom(this NoticeKind kind, Instant now, QuietHours quiet, string zoneId) =>
        kind.GoesAtOnce() ? now : quiet.FirstAllowed(now, Zones.Get(zoneId));

    /// <summary>Asks for the answer to a check-in, which is its subject.</summary>
    public static bool AsksForAnswer(this NoticeKind kind) => kind is NoticeKind.CheckInDue or NoticeKind.CheckInRepeated or NoticeKind.CheckInOtherWay;

    /// <summary>Says that somebody would like to hear from its recipient, by a check-in: the subject of a wish, and of the concern that a call is about.</summary>
    public static bool AsksForContact(this NoticeKind kind) => kind is NoticeKind.HelloWishedFor or NoticeKind.SomeoneAsksForContact;

    /// <summary>
    /// A check-in and its repeat go by one way: by text where its member agreed to texts, and by e-mail only once the text failed. The day after
    /// it goes by the other.
    /// </summary>
    public static bool GoesByOneWay(this NoticeKind kind) => kind is NoticeKind.CheckInDue or NoticeKind.CheckInRepeated;

    /// <summary>Whether there is a text of it for who agreed to texts.</summary>
    public static bool GoesByText(this NoticeKind kind) => kind != NoticeKind.CheckInOtherWay;

    /// <summary>Speaks of an offer or of a new pair, which is its subject: once that has closed there is nothing to answer and no news.</summary>
    public static bool IsOfPair(this NoticeKind kind) => kind is NoticeKind.PairingOffered or NoticeKind.PairingIntroduced;

    /// <summary>A rung of the ladder told it: to the member, or to the mentor of one who does not answer.</summary>
    public static bool IsOfLadder(this NoticeKind kind) => kind.IsOfSilence() || kind is NoticeKind.CheckInRepeated or NoticeKind.CheckInOtherWay;

    /// <summary>Speaks of a silence, which is its subject.</summary>
    public static bool IsOfSilence(this NoticeKind kind) => kind is NoticeKind.HelloUnlessFine or NoticeKind.HelloMightBeWelcome;
}
