using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Matching.Rules;

/// <summary>Whether the mentor stands ready at all.</summary>
internal static class MentorRules
{
    public static readonly HardRule Mentors = new("not-a-mentor", Firmness.Strict, pair =>
        pair.Mentoring is not null && pair.Mentor.Member.Is(Roles.Mentor) ? null : "This member does not mentor.");

    /// <summary>A date still to come does not count.</summary>
    public static readonly HardRule Vetted = new("mentor-not-vetted", Firmness.Strict, pair =>
        pair.Mentoring is not { } mentor || mentor.VettedOn <= pair.Mentor.Today ? null : $"{pair.ThisMentor} has not been vetted yet.");

    public static readonly HardRule NotPaused = new("mentor-paused", Firmness.Strict, pair =>
        pair.Mentoring?.PausedAt is null ? null : $"{pair.ThisMentor} is taking a break.");

    /// <summary>The last day of <c>ConfirmationDays</c> still counts.</summary>
    public static readonly HardRule Confirmed = new("mentor-not-confirmed", Firmness.Community, pair =>
        pair.Mentoring is not { } mentor || pair.Now - mentor.ConfirmedAt <= Duration.FromDays(pair.Policy.ConfirmationDays)
            ? null : $"{pair.ThisMentor} has not confirmed for more than {pair.Policy.ConfirmationDays} days that they are available.");

    public static readonly HardRule HasFreePlace = new("mentor-full", Firmness.Strict, pair =>
        pair.Mentoring?.FreePlaces == 0 ? $"{pair.ThisMentor} has no free place at present." : null);

    public static readonly HardRule OffersKind = new("kind-not-offered", Firmness.Wish, pair =>
        pair.Mentoring?.Offer.Kinds.Includes(pair.Request.Kind) != false ? null
            : $"{pair.ThisMentor} does not offer this kind of relationship.");

    /// <summary>The mentor's own comfort; no reason is asked. A newcomer who states no gender cannot be said to be within it.</summary>
    public static readonly HardRule IsComfortable = new("mentor-gender-comfort", Firmness.Wish, pair =>
        pair.Mentoring is null ? null : GenderWish.Met(pair.Mentoring.Offer.NewcomerGenders, pair.Newcomer.Gender) switch
        {
            0 => $"{pair.ThisMentor} is there for people of another gender than that of {pair.TheNewcomer}.",
            0.5 => $"{pair.ThisMentor} is there for people of certain genders, and {pair.TheNewcomer} has not stated theirs.",
            _ => null,
        });
}
