using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Mentorship.Api.Tests.Imports.Samples;

namespace Mentorship.Api.Tests.Imports;

public sealed class OwnWordTests(SharedApi api) : IClassFixture<SharedApi>
{
    private static readonly string[] EveryColumn =
    [
        "display_name", "Somebody Else", "phone", "+15550100099", "gender", "man", "age", "61", "languages", "de", "time_zone", "Europe/Berlin",
        "availability", "Tue 10:00-11:00", "meeting_modes", "text", "latitude", "1", "longitude", "2", "max_distance_km", "7",
        "sobriety_date", "2001-01-01",
    ];

    [Fact]
    public async Task What_a_mentor_with_an_account_says_of_themselves_stays_and_the_report_names_the_columns_without_a_value()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]]));
        await GetAccount(host);
        var before = await Stored(host);
        var sheet = MentorSheet([.. EveryColumn, "pathways", "na", "mentee_capacity", "9", "mentee_genders", "any",
            "lived_experience", "parent", "kinds", "sponsor", "has_own_mentor", "yes"]);

        var answer = await host.Mentors(sheet);
        Assert.Equal("1 0 0 1 0", answer.Counts);
        Assert.Equal(before, await Stored(host));
        var kept = Assert.Single(Kept(answer));
        Assert.Equal("2 members-own-word display_name,pathways,gender,age,languages,time_zone,availability,meeting_modes,latitude,"
            + "longitude,max_distance_km,sobriety_date,phone,lived_experience,mentee_capacity,mentee_genders,kinds,has_own_mentor", kept);
        Assert.DoesNotContain("Somebody Else", answer.Text);
        Assert.DoesNotContain("+1555", answer.Text);
        Assert.Equal([kept], Kept(await host.Mentors(sheet, "?dryRun=true")));
    }

    [Fact]
    public async Task A_number_that_a_member_took_away_does_not_come_back()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]]));
        await GetAccount(host);
        await host.In(async db =>
        {
            var member = await ImportHost.Imported(db).SingleAsync();
            member.Reach(member.Contact with { Phone = null }, member.EmailHash);
            return 0;
        });
        Assert.Equal(["2 members-own-word phone"], Kept(await host.Mentors(MentorSheet([[]]))));
        Assert.Null((await host.In(db => ImportHost.Imported(db).AsNoTracking().SingleAsync())).Contact.Phone);
    }

    [Fact]
    public async Task A_must_is_its_newcomer_s_alone()
    {
        var host = await ImportHost.In(api);
        await host.Newcomers(NewcomerSheet(["gender_required", "yes", "mentor_genders", "woman"]));
        await GetAccount(host);
        var answer = await host.Newcomers(NewcomerSheet(["gender_required", "no", "mentor_genders", "any", "preferred_age_from", "30"]));
        Assert.Equal("1 0 0 1 0", answer.Counts);
        Assert.Equal(["2 members-own-word mentor_genders,gender_required,preferred_age_from"], Kept(answer));
        var wishes = (await host.In(db => db.Requests.AsNoTracking().SingleAsync())).Wishes;
        Assert.True(wishes.IsMust(Musts.Gender));
        Assert.Equal(["woman"], wishes.MentorGenders);
    }

    [Fact]
    public async Task An_account_that_has_said_nothing_of_itself_yet_is_described_by_the_list_and_then_its_own()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]]));
        await host.In(async db =>
        {
            var member = await ImportHost.Imported(db).SingleAsync();
            member.Link(AccountId.New());
            member.Describe("Finn", new Profile { ZoneId = "Europe/Dublin" });
            return 0;
        });
        Assert.Equal("1 0 1 0 0", (await host.Mentors(MentorSheet([[]]))).Counts);
        Assert.Equal("America/New_York", (await host.In(db => ImportHost.Imported(db).AsNoTracking().SingleAsync())).Profile.ZoneId);
        Assert.Equal(["2 members-own-word gender"], Kept(await host.Mentors(MentorSheet(["gender", "man"]))));
    }

    [Fact]
    public async Task The_coordinator_s_own_column_counts_for_a_mentor_with_an_account()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet(["vetted_on", ""]));
        await GetAccount(host);
        var answer = await host.Mentors(MentorSheet([[]]));
        Assert.Equal("1 0 1 0 0", answer.Counts);
        Assert.Empty(Kept(answer));
        var mentor = (await host.In(db => ImportHost.Imported(db).AsNoTracking().SingleAsync())).Mentor!;
        Assert.Equal((new LocalDate(2025, 7, 9), (bool?)true), (mentor.VettedOn, mentor.Offer.ProgrammeWorked));
    }

    [Fact]
    public async Task A_vetting_that_was_taken_back_comes_back_with_a_later_date_only()
    {
        var host = await ImportHost.In(api);
        await host.Mentors(MentorSheet([[]]));
        var id = (await host.In(db => ImportHost.Imported(db).AsNoTracking().SingleAsync())).Id;
        await host.Community.Coordinator.Delete($"{host.Community.Path}/members/{id}/vetting", "*").Is(HttpStatusCode.NoContent);

        foreach (var on in new[] { "2025-07-09", "2026-11-02" })
        {
            var answer = await host.Mentors(MentorSheet(["vetted_on", on]));
            Assert.Equal("1 0 0 1 0", answer.Counts);
            Assert.Equal(["2 vetting-taken-back vetted_on"], Kept(answer));
            Assert.Null(await VettedOn());
        }
        api.Clock.Advance(Duration.FromDays(2));
        Assert.Empty(Kept(await host.Mentors(MentorSheet(["vetted_on", "2026-11-03"]))));
        Assert.Equal(new LocalDate(2026, 11, 3), await VettedOn());
        Assert.Empty(Kept(await host.Mentors(MentorSheet([[]]))));
        Assert.Equal(new LocalDate(2026, 11, 3), await VettedOn());

        async Task<LocalDate?> VettedOn() => (await host.In(db => ImportHost.Imported(db).AsNoTracking().SingleAsync())).Mentor!.VettedOn;
    }

    private static Task<int> GetAccount(ImportHost host) => host.In(async db =>
    {
        (await ImportHost.Imported(db).SingleAsync()).Link(AccountId.New());
        return 0;
    });

    /// <summary>Everything of the one person that a sheet could change, as text.</summary>
    private static Task<string> Stored(ImportHost host) => host.In(async db =>
    {
        var member = await ImportHost.Imported(db).AsNoTracking().SingleAsync();
        return JsonSerializer.Serialize(new { member.DisplayName, member.Version, member.Profile, member.Mentor!.Offer, member.Contact });
    });

    private static IReadOnlyList<string> Kept(ImportAnswer answer) =>
    [
        .. answer.Body.GetProperty("kept").EnumerateArray().Select(k => $"{k.GetProperty("line")} {k.GetProperty("code")} "
            + string.Join(',', k.GetProperty("columns").EnumerateArray().Select(c => c.GetString()))),
    ];
}
