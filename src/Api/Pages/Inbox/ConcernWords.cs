using Mentorship.Api.Features.Safety;
using Mentorship.Domain.Safety;

namespace Mentorship.Api.Pages.Inbox;

/// <summary>What stands on the coordinators' list, in plain words: who and of what kind, and never what was said.</summary>
internal static class ConcernWords
{
    public static string Of(ReviewedConcern concern) => concern.Kind switch
    {
        ConcernKind.HelpAskedFor => $"{concern.MemberName} hopes to hear from someone.",
        ConcernKind.MessageUnread => $"{concern.MemberName} sent a text that nobody can read here.",
        ConcernKind.GoneQuiet => $"{concern.MemberName} has not been heard from for some time.",
        _ => $"{concern.MemberName} hopes to hear from someone, and the note of it did not reach their contact.",
    };

    /// <summary>What a person can do about one that is open, and whether a contact does already.</summary>
    public static string Asks(ReviewedConcern concern) => (concern.Kind, concern.Contact) switch
    {
        (ConcernKind.MessageUnread, _) => "Please ask them what they meant.",
        (ConcernKind.GoneQuiet, _) => "A hello from one of you might be welcome. It can wait.",
        (ConcernKind.ContactUnreachable, _) => "Please call or write in their place.",
        (_, ContactTold.Told) => "A note has left to their contact; nobody knows whether it was read.",
        (_, ContactTold.Waiting) => "A note to their contact is on its way.",
        (_, ContactTold.Unreachable) => "No note reaches their contact: please call or write.",
        _ => "No contact of theirs was told: please call or write.",
    };

    /// <summary>Why one that is closed needs nobody; null where a coordinator looked after it.</summary>
    public static string? Over(ReviewedConcern concern) => concern.Over switch
    {
        QuietOver.HeardFrom => "They were heard from.",
        QuietOver.AtRest => "They rest.",
        _ => null,
    };
}
