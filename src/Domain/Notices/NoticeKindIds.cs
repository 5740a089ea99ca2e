namespace Mentorship.Domain.Notices;

/// <summary>The text id of each kind of notice: kebab-case, never changed once stored, whatever becomes of the name in code.</summary>
public static class NoticeKindIds
{
    private static readonly Dictionary<NoticeKind, string> Ids = new()
    {
        [NoticeKind.Invitation] = "invitation",
        [NoticeKind.ConfirmAddress] = "confirm-address",
        [NoticeKind.AccountExists] = "account-exists",
        [NoticeKind.ResetPassword] = "reset-password",
        [NoticeKind.ConfirmContact] = "confirm-contact",
        [NoticeKind.ContactChanged] = "contact-changed",
        [NoticeKind.RequestReceived] = "request-received",
        [NoticeKind.PairingOffered] = "pairing-offered",
        [NoticeKind.PairingIntroduced] = "pairing-introduced",
        [NoticeKind.PairingEnded] = "pairing-ended",
        [NoticeKind.CheckInDue] = "check-in-due",
        [NoticeKind.HelloWishedFor] = "hello-wished-for",
        [NoticeKind.SomeoneAsksForContact] = "someone-asks-for-contact",
        [NoticeKind.CoordinatorLook] = "coordinator-look",
        [NoticeKind.KindWord] = "kind-word",
        [NoticeKind.CheckInRepeated] = "check-in-repeated",
        [NoticeKind.CheckInOtherWay] = "check-in-other-way",
        [NoticeKind.HelloUnlessFine] = "hello-unless-fine",
        [NoticeKind.HelloMightBeWelcome] = "hello-might-be-welcome",
        [NoticeKind.CoordinatorLookLater] = "coordinator-look-later",
    };

    private static readonly Dictionary<string, NoticeKind> Kinds = Ids.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Id(this NoticeKind kind) => Ids[kind];

    /// <summary>The kind of a stored id; <see cref="FormatException"/> when there is none.</summary>
    public static NoticeKind Parse(string id) =>
        Kinds.TryGetValue(id, out var kind) ? kind : throw new FormatException("No kind of notice has this id.");
}
