using Mentorship.Domain.Pathways;
using NodaTime;
using NodaTime.Text;
using static Mentorship.Domain.Pathways.RelationshipKind;

namespace Mentorship.Domain.Tests.Pathways;

public class TimeNormTests
{
    [Theory]
    [InlineData("aa", Firmness.Literature)]
    [InlineData("na", Firmness.Custom)]
    [InlineData("celebrate-recovery", Firmness.Strict)]
    public void Too_little_time_refuses_as_firmly_as_the_pathway_asks(string id, Firmness firmness) =>
        Assert.Equal((Effect.Refuses, firmness), Time(id, Sponsor, "2026-02-01"));

    [Theory]
    [InlineData("aa", Firmness.Literature)]
    [InlineData("na", Firmness.Custom)]
    [InlineData("celebrate-recovery", Firmness.Strict)]
    public void A_date_that_is_not_stated_refuses_as_firmly(string id, Firmness firmness)
    {
        Assert.Equal((Effect.Refuses, firmness), Time(id, Sponsor, null));
        Assert.EndsWith(
            ": the date is not stated.",
            Judged.All(id, Sponsor, Judged.Fine with { MentorSince = null })[0].Sentence,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aca")]
    [InlineData("al-anon")]
    [InlineData("recovery-dharma")]
    public void Where_no_time_is_asked_a_date_is_never_wanted(string id) => Assert.Null(Time(id, Sponsor, null));

    [Theory]
    [InlineData("na", "2025-03-01", "2026-03-01", Effect.Permits)]
    [InlineData("na", "2025-03-02", "2026-03-01", Effect.Refuses)]
    [InlineData("na", "2024-02-29", "2025-02-28", Effect.Permits)]
    [InlineData("na", "2024-02-29", "2025-02-27", Effect.Refuses)]
    [InlineData("na", "2023-03-01", "2024-02-29", Effect.Refuses)]
    [InlineData("ga", "2026-01-01", "2026-04-01", Effect.Permits)]
    [InlineData("ga", "2026-01-01", "2026-03-31", Effect.Refuses)]
    [InlineData("oa", "2026-01-31", "2026-03-02", Effect.Permits)]
    [InlineData("oa", "2026-01-31", "2026-03-01", Effect.Refuses)]
    [InlineData("na", "9999-12-31", "2026-03-01", Effect.Refuses)]
    public void Time_is_counted_on_the_calendar_and_the_day_itself_is_enough(string id, string since, string today, Effect effect)
    {
        var facts = Judged.Fine with { MentorSince = Date(since), Today = Date(today)!.Value };

        Assert.Equal(effect, Judged.One("norm-time-in-recovery", id, Sponsor, facts)?.Item1);
    }

    [Theory]
    [InlineData("aa")]
    [InlineData("celebrate-recovery")]
    public void Partners_beside_sponsors_are_asked_for_no_time(string id) => Assert.Null(Time(id, AccountabilityPartner, null));

    [Fact]
    public void A_support_sister_is_asked_for_a_year_by_custom() =>
        Assert.Equal((Effect.Refuses, Firmness.Custom), Time("women-for-sobriety", AccountabilityPartner, "2025-06-01"));

    [Theory]
    [InlineData("2025-06-01", Effect.Refuses)]
    [InlineData("2024-06-01", Effect.Permits)]
    public void A_temporary_contact_is_asked_for_a_mentors_time(string since, Effect effect) =>
        Assert.Equal((effect, Firmness.Literature), Time("aa", TemporaryContact, since));

    private static (Effect, Firmness)? Time(string id, RelationshipKind kind, string? since) =>
        Judged.One("norm-time-in-recovery", id, kind, Judged.Fine with { MentorSince = Date(since) });

    private static LocalDate? Date(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
