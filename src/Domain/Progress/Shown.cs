using Mentorship.Domain.CheckIns;
using NodaTime;

namespace Mentorship.Domain.Progress;

/// <summary>Who may see a part of a member's progress beside the member, and when the member said so; null while it is theirs alone.</summary>
public sealed record Shown(Audience To, Instant? Since)
{
    public static readonly Shown ToMeAlone = new(Audience.Me, null);

    public static Shown From(Audience to, Instant now) => to == Audience.Me ? ToMeAlone : new(to, now);

    /// <summary>
    /// A mentor sees what was shown to mentors since the two were introduced. What was shown to somebody before them they see only once the
    /// member has carried it over.
    /// </summary>
    public bool ReachesMentor(Instant introducedAt, bool carriedOver) => To != Audience.Me && (carriedOver || Since >= introducedAt);
}
