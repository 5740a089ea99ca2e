using System.Net.Http.Headers;
using System.Text;
using Mentorship.Api.Http;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mentorship.Api.Tests.Imports.Samples;

namespace Mentorship.Api.Tests.Imports;

public sealed class ImportRefusalTests(SharedApi api) : IClassFixture<SharedApi>
{
    private static readonly string OneBadOfTwo = MentorSheet([], ["email", "second@example.org", "age", "17", "time_zone", "Neverland"]);

    [Fact]
    public async Task With_one_wrong_row_nothing_is_saved_and_every_error_is_told()
    {
        var host = await ImportHost.In(api);
        var answer = await host.Mentors(OneBadOfTwo);
        Assert.Equal((422, "import-has-errors", "2 0 0 0 2"), (answer.Status, answer.Code, answer.Counts));
        Assert.Equal(["3:age:age-under-18", "3:time_zone:time-zone-unknown"], answer.Errors);
        Assert.Equal(0, await host.In(db => ImportHost.Imported(db).CountAsync()));
    }

    [Fact]
    public async Task A_dry_run_with_errors_is_answered_and_tells_of_the_good_rows()
    {
        var host = await ImportHost.In(api);
        var answer = await host.Mentors(OneBadOfTwo, "");
        Assert.Equal((200, "2 1 0 0 1", 2), (answer.Status, answer.Counts, answer.Errors.Count));
    }

    [Fact]
    public async Task A_partial_import_takes_the_good_rows()
    {
        var host = await ImportHost.In(api);
        var answer = await host.Mentors(OneBadOfTwo, "?dryRun=false&partial=true");
        Assert.Equal((200, "2 1 0 0 1", 2), (answer.Status, answer.Counts, answer.Errors.Count));
        Assert.Equal(1, await host.In(db => ImportHost.Imported(db).CountAsync()));
    }

    [Fact]
    public async Task Not_even_a_partial_import_takes_a_wrong_header()
    {
        var host = await ImportHost.In(api);
        var answer = await host.Mentors(Newcomers, "?dryRun=false&partial=true");
        Assert.Equal((422, "0 0 0 0 0", "1:mentee_capacity:column-missing"), (answer.Status, answer.Counts, answer.Errors.Single()));
    }

    [Fact]
    public async Task The_same_address_twice_is_an_error_on_the_second_line()
    {
        var host = await ImportHost.In(api);
        var answer = await host.Mentors(MentorSheet(["age", "17"], ["email", "MENTOR00001@example.org\u00A0"], ["email", "other@example.org"]), "");
        Assert.Equal(["2:age:age-under-18", "3:email:email-repeated"], answer.Errors);
        Assert.Contains("line 2", answer.Text);
    }

    [Fact]
    public async Task All_that_is_wrong_in_a_row_is_told_and_never_repeated_or_logged()
    {
        var host = await ImportHost.In(api);
        string[] wrong = ["display_name", "secretword@example.org", "email", "secretword", "phone", "secretword", "pathways", "secretword", "gender", "secret;word",
            "age", "secretword", "languages", "secretword", "time_zone", "secretword", "availability", "secretword", "meeting_modes", "secretword",
            "latitude", "secretword", "longitude", "", "max_distance_km", "secretword", "sobriety_date", "secretword", "mentee_capacity", "secretword",
            "mentee_genders", "any;secretword", "kinds", "secretword", "vetted_on", "secretword", "has_own_mentor", "secretword"];
        var answer = await host.Mentors(MentorSheet(wrong), "");
        Assert.Equal(19, answer.Errors.Count);
        Assert.Equal(19, answer.Errors.Select(e => e.Split(':')[1]).Distinct().Count());
        Assert.DoesNotContain("secret", answer.Text);
        Assert.DoesNotContain(api.Log.All, line => line.Contains("secretword"));
    }

    [Fact]
    public async Task What_a_row_cannot_do_without_is_asked_for()
    {
        var host = await ImportHost.In(api);
        string[] empty = ["display_name", "", "pathways", " ", "languages", "", "time_zone", "", "meeting_modes", ""];
        Assert.Equal(["2:display_name:display-name-missing", "2:pathways:pathways-missing", "2:languages:languages-missing", "2:time_zone:time-zone-missing",
            "2:meeting_modes:meeting-modes-missing", "2:kinds:kinds-missing", "3:email:email-missing"],
            (await host.Mentors(MentorSheet([.. empty, "kinds", ""], ["email", ""]), "")).Errors);
        Assert.Equal(["2:kind:kind-missing"], (await host.Newcomers(NewcomerSheet(["kind", ""]), "")).Errors);
    }

    [Theory]
    [InlineData("kind", "sponsor", "2:kind:kind-not-offered")]
    [InlineData("kind", "temporary-contact", "2:kind:kind-not-offered")]
    [InlineData("preferred_age_to", "20", "2:preferred_age_to:age-range")]
    [InlineData("preferred_age_from", "17", "2:preferred_age_from:age-range")]
    [InlineData("gender_required", "perhaps", "2:gender_required:yes-no-invalid")]
    [InlineData("orientation_preference", "other", "2:orientation_preference:orientation-unknown")]
    [InlineData("requested_at", "2026-11-02T12:00:01Z", "2:requested_at:instant-in-future")]
    [InlineData("sobriety_date", "2026-11-03", "2:sobriety_date:date-in-future")]
    [InlineData("latitude", "", "2:latitude:place-incomplete")]
    public async Task A_newcomer_s_row_is_checked(string column, string value, string error)
    {
        var host = await ImportHost.In(api);
        string[] buddy = ["pathways", "smart-recovery; aa", "kind", "accountability-partner", "preferred_age_from", "25", column, value];
        Assert.Equal([error], (await host.Newcomers(NewcomerSheet(buddy), "")).Errors);
    }

    [Fact]
    public async Task More_than_a_thousand_errors_are_counted()
    {
        var host = await ImportHost.In(api);
        var answer = await host.Mentors(MentorSheet([.. Enumerable.Range(0, 1005).Select(i => new[] { "email", $"a{i}@example.org", "age", "x" })]), "");
        Assert.Equal((1000, 5, "1005 0 0 0 1005"), (answer.Errors.Count, answer.Body.GetProperty("moreErrors").GetInt32(), answer.Counts));
    }

    [Fact]
    public async Task More_rows_than_a_batch_are_taken()
    {
        var host = await ImportHost.In(api);
        var rows = Enumerable.Range(0, 502).Select(i => new[] { "email", $"a{i}@example.org" }).ToArray();
        Assert.Equal("502 502 0 0 0", (await host.Mentors(MentorSheet(rows))).Counts);
        Assert.Equal("502 0 0 502 0", (await host.Mentors(MentorSheet(rows))).Counts);
    }

    [Fact]
    public async Task When_a_later_batch_fails_the_earlier_ones_are_undone()
    {
        var host = await ImportHost.In(api);
        await host.Api.Inside(host.Community.Id, async services =>
        {
            var (batches, members) = (services.GetRequiredService<IBatches>(), services.GetRequiredService<IStore<Member, MemberId>>());
            return await Assert.ThrowsAsync<TimeoutException>(() => batches.InOneTransaction<int>(async cancellation =>
            {
                members.Add(new Member(host.Community.Id, "First", Roles.Mentor, new Profile(), ImportHost.Now));
                await batches.Save(cancellation);
                throw new TimeoutException();
            }, default));
        });
        Assert.Equal(0, await host.In(db => ImportHost.Imported(db).CountAsync()));
    }

    [Fact]
    public async Task What_a_coordinator_should_know_is_noted()
    {
        var host = await ImportHost.In(api);
        var old = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(MentorSheet(["display_name", "Óscar"]));
        var notes = (await host.Send("mentors", old, "")).Body.GetProperty("notes").EnumerateArray().Select(n => n.GetProperty("code").GetString());
        Assert.Equal(["read-as-windows-1252", "vetting-attests-programme"], notes);
    }

    [Fact]
    public async Task A_form_with_one_file_is_taken_too()
    {
        var host = await ImportHost.In(api);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(MentorsFile), "file", "mentors.csv" } };
        Assert.Equal("320 320 0 0 0", (await host.Send("mentors", form, "")).Counts);
        using var none = new MultipartFormDataContent { { new StringContent("x"), "text" } };
        Assert.Equal(400, (await host.Send("mentors", none, "")).Status);
    }

    [Fact]
    public async Task More_than_20_MB_are_refused()
    {
        var host = await ImportHost.In(api);
        var large = new byte[UploadedFile.MostBytes + 1];
        Assert.Equal((413, "too-large"), await Outcome(host.Send("mentors", large, "")));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(large), "file", "mentors.csv" } };
        Assert.Equal((413, "too-large"), await Outcome(host.Send("mentors", form, "")));
        using var chunked = new StreamContent(new MemoryStream(large));
        chunked.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        Assert.Equal((413, "too-large"), await Outcome(host.Send("mentors", chunked, "")));
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        var host = await ImportHost.In(api);
        Assert.Equal((415, "media-type-unsupported"), await Outcome(host.Send("mentors", Encoding.UTF8.GetBytes("{}"), "", "application/json")));
    }

    [Fact]
    public async Task Only_a_coordinator_brings_spreadsheets()
    {
        var host = await ImportHost.In(api);
        using var body = new StringContent(Mentors, new MediaTypeHeaderValue("text/csv"));
        var newcomer = (await host.Community.Newcomer()).Http;
        Assert.Equal(403, (int)(await newcomer.PostAsync($"{host.Path}/mentors", body)).StatusCode);
        Assert.Equal(403, (int)(await newcomer.GetAsync($"{host.Path}/template/mentors")).StatusCode);
    }

    [Theory]
    [InlineData("mentors")]
    [InlineData("newcomers")]
    public async Task The_form_to_fill_in_is_itself_a_right_spreadsheet_without_formulas(string which)
    {
        var host = await ImportHost.In(api);
        var answer = await host.Community.Coordinator.Http.GetAsync($"{host.Path}/template/{which}");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{which}.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.DoesNotContain(text.Split(',', '\n'), cell => cell is ['=' or '+' or '-' or '@' or '\t', ..]);
        Assert.Equal("1 1 0 0 0", (await host.Send(which, Encoding.UTF8.GetBytes(text), "")).Counts);
    }

    private static async Task<(int, string?)> Outcome(Task<ImportAnswer> answer) => ((await answer).Status, (await answer).Code);
}
