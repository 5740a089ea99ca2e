using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>How a pairing stands, as one of the two may know it: who said no, or that anybody did, is never told.</summary>
public enum PairingStanding
{
    AwaitingYou,
    AwaitingOther,
    Introduced,
    Active,
    Paused,
    Ended,
    Closed,
}

/// <summary>What one of the two sees of a pairing.</summary>
/// <param name="Id">The pairing.</param>
/// <param name="Standing">How it stands for you.</param>
/// <param name="You">mentor or newcomer.</param>
/// <param name="Words">What the two are called on this pathway.</param>
/// <param name="OtherName">The other's display name.</param>
/// <param name="OtherContact">What the other chose to share; null until both said yes.</param>
/// <param name="Pathway">Catalogue id.</param>
/// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
/// <param name="AnswerBy">Until when your answer is awaited, UTC.</param>
/// <param name="IntroducedAt">When both had said yes, UTC.</param>
/// <param name="EndsAt">When a temporary contact ends by itself, UTC; null for every other.</param>
/// <param name="NextMeetingAt">When you two next meet or speak, as either of you said, UTC; null when nothing is agreed.</param>
public sealed record PairingView(
    Guid Id, PairingStanding Standing, string You, Words Words, string OtherName, SharedContact? OtherContact,
    string Pathway, RelationshipKind Kind, Instant? AnswerBy, Instant? IntroducedAt, Instant? EndsAt, Instant? NextMeetingAt)
{
    internal bool IsOn => Standing is PairingStanding.Introduced or PairingStanding.Active or PairingStanding.Paused;
}

/// <summary>The contact details that somebody chose to share with you.</summary>
public sealed record SharedContact(string? Email, string? Phone);

internal static class Standings
{
    public static PairingStanding StandingFor(this Pairing pairing, MemberId you, Instant now) => pairing.State switch
    {
        PairingState.Approved when now > pairing.AnswerBy => PairingStanding.Closed, // it lapses within the minute
        PairingState.Declined when pairing.LooksUnansweredTo(you) && now <= pairing.AnswerBy => PairingStanding.AwaitingOther,
        PairingState.Approved => pairing.Awaiting == you ? PairingStanding.AwaitingYou : PairingStanding.AwaitingOther,
        PairingState.Introduced => PairingStanding.Introduced,
        PairingState.Active => PairingStanding.Active,
        PairingState.Paused => PairingStanding.Paused,
        PairingState.Ended => PairingStanding.Ended,
        _ => PairingStanding.Closed,
    };

    public static PairingView ViewFor(this Pairing pairing, MemberId you, string otherName, SharedContact? contact, Instant now) => new(
        pairing.Id.Value, pairing.StandingFor(you, now), you == pairing.Mentor ? "mentor" : "newcomer",
        PathwayCatalogue.Current.Get(pairing.Pathway).Words(pairing.Kind), otherName, contact, pairing.Pathway, pairing.Kind,
        pairing.Awaiting == you ? pairing.AnswerBy : null, pairing.IntroducedAt, pairing.EndsAt, pairing.NextMeetingAt);
}
