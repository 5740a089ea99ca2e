using Mentorship.Domain.Time;

namespace Mentorship.Domain.Notices;

/// <summary>
/// What a text says: one segment of 160 letters of GSM-7 (3GPP TS 23.038), neutral as <see cref="NoticeText"/> is, without a link, with the
/// way to end them.
/// </summary>
public static class SmsText
{
    public const int LongestSegment = 160;

    private const string RepeatWords = "You may have had this before.";

    private const string WithALogIn = "There is something for you. You see it with your own log-in. STOP ends these.";

    /// <summary>
    /// Kinds without words of their own are told that something waits; so is a check-in of a <paramref name="layer"/> that no digit
    /// answers. Who has no contact (<paramref name="hasContact"/>) is not asked to say hi to anybody.
    /// </summary>
    public static string For(NoticeKind kind, Layer? layer = null, bool hasContact = true) => kind switch
    {
        _ when layer?.TakesDigits() == false => WithALogIn,
        NoticeKind.CheckInDue => $"You have a note waiting. {Digits(hasContact)} STOP ends these.",
        NoticeKind.CheckInRepeated => $"Your note is still waiting. {Digits(hasContact)} STOP ends these.",
        NoticeKind.HelloUnlessFine => "Are you fine? Then reply 1. Otherwise we let your contact know that you might like a hello. 2 say hi, 3 call me. STOP ends these.",
        NoticeKind.HelloMightBeWelcome => "A hello from you might be welcome, whenever it suits you. You see with your own log-in to whom. STOP ends these.",
        NoticeKind.SomeoneAsksForContact => "Someone hopes to hear from you today. You see with your own log-in who it is. STOP ends these.",
        NoticeKind.HelloWishedFor => "Someone would be glad of a hello from you when it suits you. You see with your own log-in who. STOP ends these.",
        NoticeKind.PairingOffered => "There is a question for you. Yes and no are both fine. You answer it with your own log-in. STOP ends these.",
        NoticeKind.PairingEnded => "Something has changed. It is not a judgement on you. You see with your own log-in what it is. STOP ends these.",
        NoticeKind.CoordinatorLook => "There is something on your list that needs you. STOP ends these.",
        _ => WithALogIn,
    };

    private static string Digits(bool hasContact) => hasContact ? "Reply 1 fine, 2 say hi, 3 call me." : "Reply 1 fine, 3 call me.";

    /// <summary>The same text that says it may be a repeat: for a call for help whose first sending is in doubt.</summary>
    public static string AsPossibleRepeat(string text) => $"{RepeatWords} {text}";
}
