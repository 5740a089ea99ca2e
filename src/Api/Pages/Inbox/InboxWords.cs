using Mentorship.Api.Features.Inbox;
using Mentorship.Api.Features.Pairings;
using Mentorship.Domain.Notices;

namespace Mentorship.Api.Pages.Inbox;

/// <summary>What a notice was about, in plain words for who has signed in: outside it said nothing of it.</summary>
internal static class InboxWords
{
    /// <param name="told">The notice.</param>
    /// <param name="pairing">The pairing that it is about; null where it is about none, or about one that is not theirs to see.</param>
    public static string Of(InboxItem told, PairingView? pairing)
    {
        var (they, them) = (pairing?.OtherName ?? "Somebody whom you know", pairing?.OtherName ?? "somebody");
        return told.Kind switch
        {
            NoticeKind.RequestReceived => "What you asked for has arrived, and a coordinator looks for somebody.",
            NoticeKind.PairingOffered when pairing?.Standing == PairingStanding.AwaitingYou =>
                $"About {them} you are asked for a yes or a no. Both are fine, and you need no reason. A coordinator can show you where you answer.",
            NoticeKind.PairingOffered => $"About {them} you were asked for a yes or a no.",
            NoticeKind.PairingIntroduced => $"You and {them} were introduced.",
            NoticeKind.PairingEnded when pairing?.You == "newcomer" =>
                $"You and {them} are paired no longer. It is not a judgement on you. You can ask again; a coordinator can show you how.",
            NoticeKind.PairingEnded => $"You and {them} are paired no longer. It is not a judgement on you.",
            NoticeKind.CheckInDue => "You were asked how you are.",
            NoticeKind.CheckInRepeated or NoticeKind.CheckInOtherWay => "The same question once more.",
            var kind when AsksForAWord(kind) && pairing is not { IsOn: true } => $"A note about {them}, of the time when it was for you. Nothing is asked of you now.",
            NoticeKind.HelloWishedFor => $"{they} would be glad of a hello from you. It can wait.",
            NoticeKind.SomeoneAsksForContact => $"{they} hopes to hear from you today. Please call or write as soon as you can.",
            NoticeKind.HelloMightBeWelcome => $"{they} might be glad of a hello from you, whenever it suits you. We know nothing more.",
            NoticeKind.HelloUnlessFine => "We had not heard from you for a while, and wrote that your contact would hear that you might like a hello, unless you say that you are fine. "
                + "That you are here says so too.",
            NoticeKind.CoordinatorLook => "Something on the coordinators' list needs a person.",
            NoticeKind.CoordinatorLookLater => "There is something new on the coordinators' list. It can wait.",
            NoticeKind.KindWord => "There was something kind for you: it stands under “Your own time”.",
            _ => "A note about your log-in.",
        };
    }

    /// <summary>Whether the other's number and address belong beside it.</summary>
    public static bool WantsContact(NoticeKind kind) => kind is NoticeKind.PairingIntroduced || AsksForAWord(kind);

    private static bool AsksForAWord(NoticeKind kind) => kind.AsksForContact() || kind is NoticeKind.HelloMightBeWelcome;
}
