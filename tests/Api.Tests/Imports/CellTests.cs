using Mentorship.Api.Features.Imports.Reading;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Tests.Imports;

public sealed class CellTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 12, 0);

    [Theory]
    [InlineData("Finn Y.")]
    [InlineData("Ó")]
    [InlineData("1st step Sam")]
    public void A_name_is_taken_as_it_is_written(string text) => Assert.Equal(text, ContactCells.DisplayName(text).Value);

    [Theory]
    [InlineData("finn@example.org", "display-name-is-email")]
    [InlineData("Finn finn@example", "display-name-is-email")]
    [InlineData("Al @ noon", "display-name-is-email")]
    [InlineData("=1+1", "display-name-characters")]
    [InlineData("-Finn", "display-name-characters")]
    [InlineData("@finn", "display-name-characters")]
    [InlineData("Finn\nY.", "display-name-characters")]
    [InlineData("Ren\uFFFD", "display-name-characters")]
    public void A_name_that_would_tell_or_harm_is_refused(string text, string code) => Assert.Equal(code, ContactCells.DisplayName(text).Fault?.Code);

    [Fact]
    public void A_word_that_turns_the_direction_of_what_follows_is_refused()
    {
        Assert.Equal("gender-invalid", WordCells.Gender("wo\u202Eman").Fault?.Code);
        Assert.Equal("genders-invalid", WordCells.Genders("man; wo\u202Eman").Fault?.Code);
        Assert.Equal("experience-invalid", WordCells.LivedExperience("par\u2066ent").Fault?.Code);
    }

    [Fact]
    public void A_name_has_at_most_50_characters()
    {
        Assert.Null(ContactCells.DisplayName(new string('x', 50)).Fault);
        Assert.Equal("display-name-too-long", ContactCells.DisplayName(new string('x', 51)).Fault?.Code);
    }

    [Theory]
    [InlineData("a@example.org")]
    [InlineData("First.Last+tag@mail.example.co.uk")]
    [InlineData("o'neill_1@example-site.ie")]
    [InlineData("jorg@müller.example")]
    public void A_plausible_address_is_taken(string text) => Assert.Equal(text, ContactCells.Email(text).Value);

    [Theory]
    [InlineData("example.org")]
    [InlineData("a@b")]
    [InlineData("jörg@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("A <a@example.org>")]
    [InlineData("a@@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("a@-example.org")]
    [InlineData("a@example.org\nb")]
    [InlineData("a@example.")]
    [InlineData("@example.org")]
    public void Another_text_is_no_address(string text) => Assert.Equal("email-invalid", ContactCells.Email(text).Fault?.Code);

    [Theory]
    [InlineData("+15557539906", "+15557539906")]
    [InlineData("+44 (20) 7946-0000", "+442079460000")]
    [InlineData("0049 30 123456", "+4930123456")]
    [InlineData("+1.555.753.9906", "+15557539906")]
    public void A_number_with_its_country_is_kept_in_one_form(string text, string kept) => Assert.Equal(kept, ContactCells.Phone(text).Value);

    [Theory]
    [InlineData("=name@example.org")]
    [InlineData("+name@example.org")]
    [InlineData("-name@example.org")]
    [InlineData("=cmd|'/Ccalc'!A0@example.org")]
    public void An_address_that_a_spreadsheet_would_run_is_refused(string text) => Assert.Equal("email-as-formula", ContactCells.Email(text).Fault?.Code);

    [Theory]
    [InlineData("5557539906")]
    [InlineData("1.55576E+10")]
    [InlineData("+1555")]
    [InlineData("+0155575399")]
    [InlineData("+1234567890123456")]
    [InlineData("call me")]
    public void A_number_whose_country_is_not_said_is_not_guessed(string text) => Assert.Equal("phone-invalid", ContactCells.Phone(text).Fault?.Code);

    [Theory]
    [InlineData("17", "age-under-18")]
    [InlineData("0", "age-under-18")]
    [InlineData("121", "age-invalid")]
    [InlineData("-3", "age-invalid")]
    [InlineData("forty", "age-invalid")]
    [InlineData("29.5", "age-invalid")]
    [InlineData("18", null)]
    [InlineData("120", null)]
    public void Only_adults_take_part(string text, string? code) => Assert.Equal(code, NumberCells.Age(text).Fault?.Code);

    [Theory]
    [InlineData("51.47", 51.47)]
    [InlineData("51,47", 51.47)]
    [InlineData("-0.404", -0.4)]
    [InlineData("\u22120.4", -0.4)]
    [InlineData("-90", -90)]
    [InlineData("12.345", 12.35)]
    public void Degrees_are_rounded_to_a_hundredth(string text, double kept) => Assert.Equal(kept, NumberCells.Latitude(text).Value);

    [Theory]
    [InlineData("90.1")]
    [InlineData("NaN")]
    [InlineData("1e1")]
    [InlineData("51°28'")]
    [InlineData("51.4.7")]
    public void Other_degrees_are_refused(string text) => Assert.Equal("latitude-invalid", NumberCells.Latitude(text).Fault?.Code);

    [Theory]
    [InlineData("180", null)]
    [InlineData("-180.01", "longitude-invalid")]
    public void Longitudes_go_once_around(string text, string? code) => Assert.Equal(code, NumberCells.Longitude(text).Fault?.Code);

    [Theory]
    [InlineData("0", "distance-invalid")]
    [InlineData("1", null)]
    [InlineData("1000", null)]
    [InlineData("1001", "distance-invalid")]
    [InlineData("25 km", "distance-invalid")]
    public void Distances_go_from_1_to_1000(string text, string? code) => Assert.Equal(code, NumberCells.Distance(text).Fault?.Code);

    [Theory]
    [InlineData("0", null)]
    [InlineData("20", null)]
    [InlineData("21", "capacity-invalid")]
    [InlineData("two", "capacity-invalid")]
    public void Capacities_go_from_0_to_20(string text, string? code) => Assert.Equal(code, NumberCells.Capacity(text).Fault?.Code);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Y", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("No", false)]
    [InlineData("n", false)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void Yes_and_no_are_read_as_people_write_them(string text, bool value) => Assert.Equal(value, NumberCells.YesNo(text).Value);

    [Fact]
    public void Another_word_is_neither_yes_nor_no() => Assert.Equal("yes-no-invalid", NumberCells.YesNo("maybe").Fault?.Code);

    [Theory]
    [InlineData("aa", "aa")]
    [InlineData("AA; Smart Recovery", "aa smart-recovery")]
    [InlineData("aa, na,aa", "aa na")]
    public void Pathways_keep_their_order(string text, string ids) => Assert.Equal(ids, string.Join(' ', WordCells.PathwayIds(text).Value!));

    [Theory]
    [InlineData("aa; xyz")]
    [InlineData(";")]
    public void A_pathway_outside_the_catalogue_is_refused(string text) => Assert.Equal("pathway-unknown", WordCells.PathwayIds(text).Fault?.Code);

    [Theory]
    [InlineData("any", "")]
    [InlineData("ANY", "")]
    [InlineData("Woman; non-binary", "woman non-binary")]
    public void Genders_are_any_or_words(string text, string words) => Assert.Equal(words, string.Join(' ', WordCells.Genders(text).Value!));

    [Theory]
    [InlineData("any; woman")]
    [InlineData("a;b;c;d;e;f;g;h;i;j;k")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Other_genders_are_refused(string text) => Assert.Equal("genders-invalid", WordCells.Genders(text).Fault?.Code);

    [Theory]
    [InlineData("Woman", "woman", null)]
    [InlineData("trans man", "trans man", null)]
    [InlineData("woman; man", null, "gender-invalid")]
    [InlineData("12345678901234567890123456789012345678901", null, "gender-invalid")]
    public void A_gender_is_the_person_s_own_word(string text, string? word, string? code)
    {
        Assert.Equal(word, WordCells.Gender(text).Value);
        Assert.Equal(code, WordCells.Gender(text).Fault?.Code);
    }

    [Theory]
    [InlineData("en", null)]
    [InlineData("EN; es", null)]
    [InlineData("en, zu", null)]
    [InlineData("xx", "language-unknown")]
    [InlineData("eng", "language-unknown")]
    [InlineData("en-GB", "language-unknown")]
    [InlineData("English", "language-unknown")]
    public void Languages_are_two_letter_codes(string text, string? code) => Assert.Equal(code, WordCells.Languages(text).Fault?.Code);

    [Theory]
    [InlineData("in-person; video", MeetingModes.InPerson | MeetingModes.Video)]
    [InlineData("In Person,PHONE,text", MeetingModes.InPerson | MeetingModes.Phone | MeetingModes.Text)]
    public void Modes_are_read_as_people_write_them(string text, MeetingModes modes) => Assert.Equal(modes, WordCells.Modes(text).Value);

    [Theory]
    [InlineData("video; pigeon")]
    [InlineData(";")]
    public void Another_mode_is_refused(string text) => Assert.Equal("meeting-mode-unknown", WordCells.Modes(text).Fault?.Code);

    [Theory]
    [InlineData("sponsor; temporary-contact", Kinds.Sponsor | Kinds.TemporaryContact, null)]
    [InlineData("Temporary Contact", Kinds.TemporaryContact, null)]
    [InlineData("sponsor; friend", null, "kind-unknown")]
    public void Kinds_are_those_of_the_product(string text, Kinds? kinds, string? code)
    {
        Assert.Equal(kinds, WordCells.KindsOffered(text).Value);
        Assert.Equal(code, WordCells.KindsOffered(text).Fault?.Code);
    }

    [Theory]
    [InlineData("Accountability-Partner", RelationshipKind.AccountabilityPartner, null)]
    [InlineData("sponsor; temporary-contact", null, "kind-unknown")]
    [InlineData("0", null, "kind-unknown")]
    public void One_kind_is_asked_for(string text, RelationshipKind? kind, string? code)
    {
        Assert.Equal(kind, WordCells.Kind(text).Value);
        Assert.Equal(code, WordCells.Kind(text).Fault?.Code);
    }

    [Theory]
    [InlineData("Secular", "secular")]
    [InlineData("spiritual", "spiritual")]
    [InlineData("christian", null)]
    public void Orientation_is_one_of_two_words(string text, string? value) => Assert.Equal(value, WordCells.Orientation(text).Value);

    [Theory]
    [InlineData("Europe/London", "Europe/London")]
    [InlineData("europe/london", "Europe/London")]
    [InlineData("America/New York", "America/New_York")]
    public void A_zone_is_found_in_any_case(string text, string id) => Assert.Equal(id, TimeCells.Zone(text).Value);

    [Theory]
    [InlineData("GMT Standard Time")]
    [InlineData("UTC+02:00")]
    [InlineData("London")]
    public void A_zone_that_IANA_does_not_know_is_refused(string text) => Assert.Equal("time-zone-unknown", TimeCells.Zone(text).Fault?.Code);

    [Theory]
    [InlineData("Mon 18.00–21:00; saturday 9:00 – 12h")]
    [InlineData("Mon 18:00-21:00\nSat 09:00-12:00;")]
    public void Availability_is_read_as_people_write_it(string text) =>
        Assert.Equal("Mon 18:00-21:00; Sat 09:00-12:00", TimeCells.Availability(text).Value?.ToString());

    [Fact]
    public void Unreadable_availability_says_what_would_be_right_and_not_what_was_read()
    {
        var fault = TimeCells.Availability("whenever Finn can").Fault!;
        Assert.Equal("availability-invalid", fault.Code);
        Assert.DoesNotContain("Finn", fault.Message);
    }

    [Theory]
    [InlineData("2026-11-02", null)]
    [InlineData("1900-01-01", null)]
    [InlineData("2026-11-03", "date-in-future")]
    [InlineData("1899-12-31", "date-too-early")]
    [InlineData("14.10.2026", "date-invalid")]
    [InlineData("10/14/2026", "date-invalid")]
    [InlineData("03/04/2026", "date-invalid")]
    [InlineData("2026-02-30", "date-invalid")]
    [InlineData("46309", "date-invalid")]
    public void Dates_are_ISO_and_not_in_the_future(string text, string? code) =>
        Assert.Equal(code, TimeCells.DateUpTo(Now, "Europe/London")(text).Fault?.Code);

    [Fact]
    public void Today_is_the_day_where_the_person_is()
    {
        var (lateInLondon, text) = (Instant.FromUtc(2026, 11, 2, 22, 0), "2026-11-03");
        Assert.Null(TimeCells.DateUpTo(lateInLondon, "Australia/Sydney")(text).Fault);
        Assert.Equal("date-in-future", TimeCells.DateUpTo(lateInLondon, "Europe/London")(text).Fault?.Code);
    }

    [Theory]
    [InlineData("2026-10-18T03:00:00Z", "2026-10-18T03:00:00Z")]
    [InlineData("2026-10-18T05:00:00+02:00", "2026-10-18T03:00:00Z")]
    [InlineData("2026-10-18 03:00:00z", "2026-10-18T03:00:00Z")]
    [InlineData("2026-10-18T03:00:00.5Z", "2026-10-18T03:00:00.5Z")]
    public void A_moment_is_read_with_its_zone(string text, string instant) =>
        Assert.Equal(InstantPattern.ExtendedIso.Parse(instant).Value, TimeCells.InstantUpTo(Now)(text).Value);

    [Theory]
    [InlineData("2026-11-02T12:00:01Z", "instant-in-future")]
    [InlineData("1999-12-31T23:59:59Z", "instant-too-early")]
    [InlineData("2026-10-18T03:00:00", "instant-invalid")]
    [InlineData("2026-10-18", "instant-invalid")]
    [InlineData("18.10.2026 03:00", "instant-invalid")]
    public void Another_moment_is_refused(string text, string code) => Assert.Equal(code, TimeCells.InstantUpTo(Now)(text).Fault?.Code);

    [Fact]
    public void Lived_experience_fits_its_column()
    {
        var most = string.Join("; ", Enumerable.Range(0, 16).Select(i => new string((char)('a' + i), 60)));
        Assert.Null(WordCells.LivedExperience(most).Fault);
        Assert.Equal("experience-invalid", WordCells.LivedExperience(most + "; x").Fault?.Code);
        Assert.Equal("experience-invalid", WordCells.LivedExperience(new string('x', 61)).Fault?.Code);
    }
}
