using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Mentorship.Api.Tests.Imports.Samples;

namespace Mentorship.Api.Tests.Imports;

public sealed class ImportEffectTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Fact]
    public async Task A_mentor_is_stored_as_the_row_says()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]]));
        var member = await Only(host);

        Assert.Equal(("Finn Y.", Roles.Mentor, 1997, "woman", "America/New_York"),
            (member.DisplayName, member.Roles, member.Profile.BirthYear, member.Profile.Gender, member.Profile.ZoneId));
        Assert.Equal(new Place(40.79, -73.82), member.Profile.Place);
        Assert.Equal(["healthcare-worker"], member.Profile.LivedExperience);
        Assert.Equal((2, Kinds.AccountabilityPartner, false), (member.Mentor!.Offer.Capacity, member.Mentor.Offer.Kinds, member.Mentor.Offer.HasOwnMentor));
        Assert.Equal(["woman"], member.Mentor.Offer.NewcomerGenders);
        Assert.Equal((new LocalDate(2025, 7, 9), ImportHost.Now), (member.Mentor.VettedOn, member.Mentor.ConfirmedAt));
        Assert.Equal("mentor00001@example.org +15557539906", await Contact(host, member));
        Assert.Equal(["member-joined", "mentor-vetted"], await Audit(host, member.Id.Value));
    }

    [Fact]
    public async Task A_changed_row_changes_the_same_person_once()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]]));
        var before = await Only(host);

        var changed = MentorSheet(["display_name", "Finn Z.", "email", " Mentor00001@EXAMPLE.org ", "phone", "+15550100000", "mentee_capacity", "4"]);
        Assert.Equal("1 0 1 0 0", (await host.Mentors(changed)).Counts);
        Assert.Equal("1 0 0 1 0", (await host.Mentors(changed)).Counts);

        var after = await Only(host);
        Assert.Equal((before.Id, 1, "Finn Z.", 4), (after.Id, after.Version, after.DisplayName, after.Mentor!.Offer.Capacity));
        Assert.Equal("mentor00001@example.org +15550100000", await Contact(host, after));
        Assert.Equal(["member-corrected", "member-joined", "mentor-vetted"], await Audit(host, after.Id.Value));
    }

    [Theory]
    [InlineData("29", 1, "1 0 0 1 0", 1997)]
    [InlineData("30", 1, "1 0 0 1 0", 1997)]
    [InlineData("28", 1, "1 0 1 0 0", 1999)]
    [InlineData("29", 2, "1 0 1 0 0", 1999)]
    public async Task An_age_changes_the_year_of_birth_only_when_it_cannot_be_of_that_year(string age, int yearsLater, string counts, int bornThen)
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]])); // 29 in 2026
        api.Clock.Advance(Duration.FromDays(366 * yearsLater));
        Assert.Equal(counts, (await host.Mentors(MentorSheet(["age", age]))).Counts);
        Assert.Equal(bornThen, (await Only(host)).Profile.BirthYear);
    }

    [Fact]
    public async Task A_new_number_alone_is_a_change()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet(["phone", ""]));
        Assert.Equal("1 0 1 0 0", (await host.Mentors(MentorSheet(["phone", "+15550100000"]), "?dryRun=true")).Counts);
        Assert.Equal("1 0 1 0 0", (await host.Mentors(MentorSheet(["phone", "+15550100000"]))).Counts);
        Assert.Equal("1 0 0 1 0", (await host.Mentors(MentorSheet(["phone", "+1 (555) 010-0000"]))).Counts);
    }

    [Fact]
    public async Task An_empty_cell_leaves_what_is_known()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]]));
        string[] empty = ["phone", "", "gender", "", "age", "", "availability", "", "latitude", "", "longitude", "", "max_distance_km", "", "sobriety_date", "",
            "mentee_capacity", "", "mentee_genders", "", "lived_experience", "", "vetted_on", "", "has_own_mentor", ""];
        Assert.Equal("1 0 0 1 0", (await host.Mentors(MentorSheet(empty))).Counts);
        Assert.Equal("1 0 1 0 0", (await host.Mentors(MentorSheet(["mentee_genders", "any"]))).Counts);
    }

    [Fact]
    public async Task A_mentor_who_is_also_a_newcomer_is_one_member_with_both_roles()
    {
        var host = await ImportHost.In(api);
        var (mentor, newcomer) = (MentorSheet(["pathways", "aa; na"]), NewcomerSheet(["email", "mentor00001@example.org", "pathways", "ga; aa"]));
        await host.Mentors(mentor);
        Assert.Equal("1 0 1 0 0", (await host.Newcomers(newcomer)).Counts);

        var member = await Only(host);
        Assert.Equal(Roles.Mentor | Roles.Newcomer, member.Roles);
        Assert.Equal(["aa", "na", "ga"], member.Profile.Pathways);
        Assert.Equal("ga", (await Requests(host)).Single().Pathway);
        Assert.Equal("1 0 0 1 0", (await host.Newcomers(newcomer)).Counts);
    }

    [Fact]
    public async Task A_newcomer_who_is_also_a_mentor_is_one_member_with_both_roles()
    {
        var host = await ImportHost.In(api);
        await host.Newcomers(NewcomerSheet([[]]));
        Assert.Equal("1 0 1 0 0", (await host.Mentors(MentorSheet(["email", "newcomer00001@example.org"]))).Counts);
        Assert.Equal(Roles.Mentor | Roles.Newcomer, (await Only(host)).Roles);
    }

    [Fact]
    public async Task A_newcomer_s_request_keeps_its_old_clock_and_nobody_is_told()
    {
        var host = await ImportHost.In(api);
        await host.Newcomers(NewcomerSheet(["gender_required", "yes", "mentor_genders", "woman", "preferred_age_from", "30", "preferred_age_to", "50", "orientation_preference", "secular"]));
        var request = (await Requests(host)).Single();
        Assert.Equal(("aa", RelationshipKind.Sponsor, Instant.FromUtc(2026, 10, 18, 3, 0)), (request.Pathway, request.Kind, request.RequestedAt));
        Assert.Equal((30, 50, "secular", Musts.Gender), (request.Wishes.AgeFrom, request.Wishes.AgeTo, request.Wishes.Orientation, request.Wishes.Musts));
        Assert.Equal(0, await host.In(db => db.Notices.CountAsync()));
        Assert.Equal(["request-imported"], await Audit(host, request.Id.Value));
    }

    [Fact]
    public async Task New_wishes_change_the_open_request()
    {
        var host = await ImportHost.In(api);
        await host.Newcomers(NewcomerSheet([[]]));
        var wish = NewcomerSheet(["lived_experience_wanted", "parent", "requested_at", "2026-10-20T03:00:00Z"]);
        Assert.Equal("1 0 1 0 0", (await host.Newcomers(wish)).Counts);
        Assert.Equal("1 0 0 1 0", (await host.Newcomers(wish)).Counts);
        var request = (await Requests(host)).Single();
        Assert.Equal(["parent"], request.Wishes.LivedExperience);
        Assert.Equal((Instant.FromUtc(2026, 10, 18, 3, 0), 1), (request.RequestedAt, request.Version));
    }

    [Fact]
    public async Task An_old_row_does_not_ask_again_for_what_was_taken_back()
    {
        var host = await ImportHost.In(api);
        await host.Newcomers(NewcomerSheet([[]]));
        await host.In(async db =>
        {
            (await db.Requests.SingleAsync()).Withdraw();
            return 0;
        });
        Assert.Equal("1 0 0 1 0", (await host.Newcomers(NewcomerSheet([[]]))).Counts);
        Assert.Equal("1 0 0 1 0", (await host.Newcomers(NewcomerSheet(["requested_at", ""]))).Counts);
        Assert.Equal("1 0 1 0 0", (await host.Newcomers(NewcomerSheet(["requested_at", "2026-10-25T00:00:00Z"]))).Counts);
        Assert.Equal(2, (await Requests(host)).Count);
    }

    [Fact]
    public async Task A_request_without_a_date_waits_from_now()
    {
        var host = await ImportHost.In(api);
        await host.Newcomers(NewcomerSheet(["requested_at", ""]));
        Assert.Equal(ImportHost.Now, (await Requests(host)).Single().RequestedAt);
    }

    [Fact]
    public async Task A_mentor_s_own_word_on_the_programme_goes_before_the_vetting()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet(["vetted_on", ""]));
        Assert.Null((await Only(host)).Mentor!.Offer.ProgrammeWorked);
        await host.In(async db =>
        {
            var member = await ImportHost.Imported(db).SingleAsync();
            member.OfferToMentor(member.Mentor!.Offer with { ProgrammeWorked = false }, ImportHost.Now);
            return 0;
        });
        await host.Mentors(MentorSheet([[]]));
        Assert.False((await Only(host)).Mentor!.Offer.ProgrammeWorked);
    }

    [Fact]
    public async Task An_import_leaves_a_break_and_the_last_confirmation_as_they_are()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]]));
        var earlier = ImportHost.Now - Duration.FromDays(90);
        await host.In(async db =>
        {
            var member = await ImportHost.Imported(db).SingleAsync();
            member.ConfirmAvailable(earlier);
            member.PauseMentoring(earlier);
            return 0;
        });
        await host.Mentors(MentorSheet(["display_name", "Finn Z."]));
        var mentor = (await Only(host)).Mentor!;
        Assert.Equal((earlier, earlier), (mentor.ConfirmedAt, mentor.PausedAt));
    }

    private static Task<Member> Only(ImportHost host) => host.In(db => ImportHost.Imported(db).AsNoTracking().SingleAsync());

    private static Task<List<MentorRequest>> Requests(ImportHost host) => host.In(db => db.Requests.AsNoTracking().ToListAsync());

    private static Task<List<string>> Audit(ImportHost host, Guid subject) =>
        host.In(db => db.Audit.Where(a => a.Subject == subject).Select(a => a.Code).OrderBy(c => c).ToListAsync());

    private static Task<string> Contact(ImportHost host, Member member) => host.Api.Inside(host.Community.Id, async services =>
    {
        var vault = services.GetRequiredService<IVault>();
        var email = await vault.Open(member.Id, ContactDetails.EmailPlace, member.Id.Value, member.Contact.Email!.Value, default);
        return $"{email} {await vault.Open(member.Id, ContactDetails.PhonePlace, member.Id.Value, member.Contact.Phone!.Value, default)}";
    });
}
