using NodaTime;

namespace Mentorship.Domain.Members;

/// <summary>What a member offers as a mentor, and how many places they hold at this moment.</summary>
public sealed class MentorProfile
{
    private MentorProfile() { }

    public MentorProfile(MentorOffer offer, Instant confirmedAt) => (Offer, ConfirmedAt) = (offer, confirmedAt);

    public MentorOffer Offer { get; private set; } = new();

    /// <summary>
    /// Pairings counted against the capacity: approved, introduced, active and paused, and declined by a newcomer whose time to answer is
    /// not over.
    /// </summary>
    public int PlacesHeld { get; private set; }

    /// <summary>Null until a coordinator has met and vetted the mentor.</summary>
    public LocalDate? VettedOn { get; private set; }

    /// <summary>The community's day on which the vetting was last taken back; it stays when they are vetted again.</summary>
    public LocalDate? VettingWithdrawnOn { get; private set; }

    /// <summary>When the mentor last said that they are available.</summary>
    public Instant ConfirmedAt { get; private set; }

    /// <summary>Set while the mentor takes a break; the reason is never asked.</summary>
    public Instant? PausedAt { get; private set; }

    public int FreePlaces => Math.Max(0, Offer.Capacity - PlacesHeld);

    internal void Change(MentorOffer offer) => Offer = offer;

    /// <summary>Whether a vetting of that day is from after the last one was taken back.</summary>
    public bool IsNewVetting(LocalDate on) => VettingWithdrawnOn is not { } withdrawn || on > withdrawn;

    internal void Vet(LocalDate on) => VettedOn = on;

    internal void WithdrawVetting(LocalDate today) => (VettedOn, VettingWithdrawnOn) = (null, today);

    internal void Confirm(Instant now) => ConfirmedAt = now;

    internal void Pause(Instant now) => PausedAt ??= now;

    internal void Resume(Instant now) => (PausedAt, ConfirmedAt) = (null, now);

    internal void TakePlace()
    {
        if (FreePlaces == 0) throw new RuleBroken("mentor-full", "This mentor has no free place left.");
        PlacesHeld++;
    }

    internal void FreePlace() => PlacesHeld = Math.Max(0, PlacesHeld - 1);
}
