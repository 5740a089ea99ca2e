using Mentorship.Api.Features.Inbox;
using Mentorship.Domain.Notices;

namespace Mentorship.Api.Pages.Inbox;

/// <summary>What a notice was about, in plain words for who has signed in: outside it said nothing of it.</summary>
internal static class Told
{
    /// <param name="told">The notice.</param>
    /// <param name="name">Display name of the other of the pairing that it is about.</param>
    public static string InWords(InboxItem told, string? name)
    {
        var they = name ?? "Somebody whom you know";
        var them = name ?? "somebody";
        return told.Kind switch
        {
            NoticeKind.RequestReceived => "What you asked for has arrived, and a coordinator looks for somebody.",
            NoticeKind.PairingOffered => $"About {them} you are asked for a yes or a no. Both are fine, and you need no reason. A coordinator can show you where you answer.",
            NoticeKind.PairingIntroduced => $"You and {them} are introduced.",
            NoticeKind.PairingEnded => $"You and {them} are paired no longer. It is not a judgement on you. You can ask again; a coordinator can show you how.",
            NoticeKind.CheckInDue => "You were asked how you are.",
            NoticeKind.CheckInRepeated or NoticeKind.CheckInOtherWay => "The same question once more.",
            NoticeKind.HelloWishedFor => $"{they} would be glad of a hello from you. It can wait.",
            NoticeKind.SomeoneAsksForContact => $"{they} hopes to hear from you today. Please call or write as soon as you can.",
            NoticeKind.HelloUnlessFine => "We had not heard from you, and told you that your contact would hear that you might like a hello. Now that you are here, there is no need.",
            NoticeKind.HelloMightBeWelcome => $"{they} might be glad of a hello from you, whenever it suits you. We know nothing more.",
            NoticeKind.CoordinatorLook => "Something on the coordinators' list needs a person.",
            NoticeKind.CoordinatorLookLater => "There is something new on the coordinators' list. It can wait.",
            NoticeKind.KindWord => "There was something kind for you: it stands under “Your own time”.",
            _ => "A note about your log-in.",
        };
    }

    /// <summary>Whether the other's number and address belong beside it.</summary>
    public static bool WantsContact(NoticeKind kind) => kind is NoticeKind.PairingIntroduced || kind.AsksForContact() || kind is NoticeKind.HelloMightBeWelcome;
}
