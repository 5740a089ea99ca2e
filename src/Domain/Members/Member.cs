using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Members;

/// <summary>One person in one community, under a display name and never a surname.</summary>
public sealed partial class Member : Entity
{
    private Member() { }

    public Member(CommunityId community, string displayName, Roles roles, Profile profile, Instant now, MemberId? id = null)
    {
        CommunityId = community;
        Id = id ?? MemberId.New();
        (DisplayName, Roles, Profile, JoinedAt) = (displayName, roles, profile, now);
        Raise("member-joined", Id.Value);
    }

    public MemberId Id { get; private init; }

    /// <summary>The log-in, once the member has one; a member from a spreadsheet has none until they accept an invitation.</summary>
    public AccountId? AccountId { get; private set; }

    public string DisplayName { get; private set; } = "";

    public Roles Roles { get; private set; }

    public Profile Profile { get; private set; } = new();

    public MentorProfile? Mentor { get; private set; }

    public ContactDetails Contact { get; private set; } = ContactDetails.None;

    /// <summary>Keyed hash of the normalised address: the same address again is the same person; null when none is known.</summary>
    public byte[]? EmailHash { get; private set; }

    /// <summary>Whether notices go out by e-mail; the inbox in the app is always on.</summary>
    public bool EmailNotices { get; private set; } = true;

    /// <summary>Whether notices go to their telephone too: only after they agreed to that themselves.</summary>
    public bool SmsNotices { get; private set; }

    /// <summary>When they last agreed to be written to at their number; the audit trail says who did. Kept after a stop.</summary>
    public Instant? SmsAgreedAt { get; private set; }

    /// <summary>When they last texted, whatever it said, or came too late by a link: a sign of life. Null before.</summary>
    public Instant? TextedAt { get; private set; }

    /// <summary>Keyed hash of the number that they agreed for, by which an answer finds them; null before they did, and once they have left it.</summary>
    public byte[]? PhoneHash { get; private set; }

    /// <summary>While the member's own clock shows these, no notice that can wait goes out to them.</summary>
    public QuietHours Quiet { get; private set; } = QuietHours.Default;

    /// <summary>The dates on which they are asked nothing, in whatever pairing; each is a date of the clock by which they would be asked.</summary>
    public DaysOff DaysOff { get; private set; } = DaysOff.None;

    public Instant JoinedAt { get; private set; }

    /// <summary>When it was stated that the member is 18 or older; null while unsaid. A birthday is never asked.</summary>
    public Instant? AdultStatedAt { get; private set; }

    public bool Is(Roles role) => (Roles & role) != 0;

    /// <summary>Whether what is kept of the member is their own word: they have an account and have described themselves.</summary>
    public bool SpeaksForThemselves => AccountId is not null && Profile.Languages.Count > 0;

    public void Describe(string displayName, Profile profile) => (DisplayName, Profile) = (displayName, profile);

    /// <summary>Leaves a line in the audit trail that somebody else changed what is kept of this member; it never says what.</summary>
    public void Corrected() => Raise("member-corrected", Id.Value);

    public void Reach(ContactDetails contact, byte[]? emailHash) => (Contact, EmailHash) = (contact, emailHash);

    /// <summary>They are reached at another address than before; it was proven.</summary>
    public void Move(ContactDetails contact, byte[]? emailHash)
    {
        Reach(contact, emailHash);
        Raise("contact-address-changed", Id.Value);
    }

    public void Link(AccountId account) => AccountId = account;

    public void Grant(Roles roles) => Roles |= roles;

    public void KeepQuiet(QuietHours quiet) => Quiet = quiet;

    /// <summary>A holiday, or a rest until a date, for all that they are asked. Dates that have passed on every clock are let go.</summary>
    public void TakeOff(DaysOff days, Instant now)
    {
        var yesterday = now.InUtc().Date.PlusDays(-1);
        DaysOff = DaysOff.Of(days.Spans.Where(s => s.End >= yesterday));
        Raise("days-off-changed", Id.Value);
    }

    public void StateAdult(Instant now) => AdultStatedAt ??= now;

    /// <summary>Only adults take part: throws <c>adult-not-stated</c>.</summary>
    public void MustBeAdult()
    {
        if (AdultStatedAt is null) throw new RuleBroken("adult-not-stated", "This is for adults. Say first that you are 18 or older.");
    }

    public void OfferToMentor(MentorOffer offer, Instant now)
    {
        Roles |= Roles.Mentor;
        if (Mentor is null) Mentor = new MentorProfile(offer, now);
        else Mentor.Change(offer);
    }

    public void Vet(LocalDate on)
    {
        if (AsMentor().VettedOn == on) return;
        AsMentor().Vet(on);
        Raise("mentor-vetted", Id.Value);
    }

    /// <summary>A coordinator checked whether the mentor has worked their programme; a change leaves a line in the audit trail.</summary>
    public void AttestProgramme(bool worked)
    {
        if (AsMentor().Offer.ProgrammeWorked == worked) return;
        AsMentor().Change(AsMentor().Offer with { ProgrammeWorked = worked });
        Raise("mentor-programme-attested", Id.Value);
    }

    /// <summary>No proposal is made from here on; offers and pairings that stand are not touched.</summary>
    public void WithdrawVetting(LocalDate today)
    {
        if (AsMentor().VettedOn is null) return;
        AsMentor().WithdrawVetting(today);
        Raise("mentor-vetting-withdrawn", Id.Value);
    }

    public void ConfirmAvailable(Instant now) => AsMentor().Confirm(now);

    public void PauseMentoring(Instant now)
    {
        if (AsMentor().PausedAt is not null) return;
        AsMentor().Pause(now);
        Raise("mentor-paused", Id.Value);
    }

    public void ResumeMentoring(Instant now)
    {
        if (AsMentor().PausedAt is null) return;
        AsMentor().Resume(now);
        Raise("mentor-resumed", Id.Value);
    }

    /// <summary>Leaves a line in the audit trail that this coordinator changed the community's policy.</summary>
    public void ChangedPolicy() => Raise("policy-changed", CommunityId.Value);

    /// <summary>Holds one more place or throws <c>mentor-full</c>; the version of this row makes parallel callers take turns.</summary>
    public void TakePlace() => AsMentor().TakePlace();

    public void FreePlace() => AsMentor().FreePlace();

    private MentorProfile AsMentor() => Mentor ?? throw new RuleBroken("not-a-mentor", "This member does not mentor.");
}
