using System.Text;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Engines;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Tests.Imports;

public sealed class SampleImportTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Fact]
    public async Task The_sample_spreadsheets_are_taken_whole_and_the_same_again_changes_nothing()
    {
        var host = await ImportHost.In(api);
        Assert.Equal("320 320 0 0 0", (await host.Send("mentors", Samples.MentorsFile)).Counts);
        Assert.Equal("180 180 0 0 0", (await host.Send("newcomers", Samples.NewcomersFile)).Counts);
        var first = await Trace(host);

        Assert.Equal("320 0 0 320 0", (await host.Send("mentors", Samples.MentorsFile)).Counts);
        Assert.Equal("180 0 0 180 0", (await host.Send("newcomers", Samples.NewcomersFile)).Counts);

        Assert.Equal(first, await Trace(host));
        Assert.Equal((501, 180, 0, 0), (first.Members, first.Requests, first.Versions, first.Notices));
        Assert.DoesNotContain(api.Log.All, line => line.Contains("@example.org") || line.Contains("+1555"));
    }

    [EveryEngine]
    public async Task The_same_spreadsheet_sent_twice_at_the_same_moment_adds_each_person_once(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        using var here = new ApiHost(engine.ToString().ToLowerInvariant(), database.ConnectionString);
        var host = await ImportHost.In(here);
        var answers = await Task.WhenAll(host.Send("newcomers", Samples.NewcomersFile), host.Send("newcomers", Samples.NewcomersFile));
        Assert.Equal(["180 0 0 180 0", "180 180 0 0 0"], answers.Select(a => a.Counts).Order());
        Assert.Equal("180 0 0 180 0", (await host.Send("newcomers", Samples.NewcomersFile)).Counts);
        var stored = await Trace(host);
        Assert.Equal((181, 180), (stored.Members, stored.Requests));
    }

    [Fact]
    public async Task What_the_sample_says_is_what_is_stored()
    {
        var host = await ImportHost.In(api);
        await host.Send("mentors", Samples.MentorsFile);
        await host.Send("newcomers", Samples.NewcomersFile);
        var (mentors, newcomers) = await host.In(async db => (
            await db.Members.AsNoTracking().Where(m => m.Roles == Roles.Mentor).ToListAsync(),
            await db.Requests.AsNoTracking().ToListAsync()));

        Assert.Equal((320, 271, 180), (mentors.Count, mentors.Count(m => m.Mentor!.VettedOn is not null), newcomers.Count));
        Assert.All(mentors, m => Assert.Equal(m.Mentor!.VettedOn is null ? null : true, m.Mentor.Offer.ProgrammeWorked));
        Assert.All(mentors, m => Assert.NotNull(m.Contact.Email));
        Assert.Equal(250 - 1, mentors.Count(m => m.Contact.Phone is not null));
        Assert.Equal(94, newcomers.Count(r => r.Kind == Domain.Pathways.RelationshipKind.Sponsor));
        Assert.Equal(60, newcomers.Count(r => r.Wishes.IsMust(Musts.Gender)));
        Assert.Equal(0, newcomers.Count(r => r.State != RequestState.Open || r.Version != 0));
    }

    [Theory]
    [InlineData("bom")]
    [InlineData("utf-16")]
    [InlineData("lf")]
    [InlineData("cr")]
    [InlineData("semicolon")]
    [InlineData("tab")]
    [InlineData("reversed")]
    public async Task The_same_spreadsheet_in_another_dress_changes_nothing(string dress)
    {
        var host = await ImportHost.In(api);
        await host.Send("mentors", Samples.MentorsFile);
        Assert.Equal("320 0 0 320 0", (await host.Send("mentors", Dressed(dress))).Counts);
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_saves_nothing()
    {
        var host = await ImportHost.In(api);
        var before = await Trace(host);
        var dry = await host.Send("mentors", Samples.MentorsFile, "");
        Assert.Equal((200, "320 320 0 0 0", false), (dry.Status, dry.Counts, dry.Body.GetProperty("saved").GetBoolean()));
        Assert.Equal(before, await Trace(host));

        await host.Send("mentors", Samples.MentorsFile);
        Assert.Equal("320 0 0 320 0", (await host.Send("mentors", Samples.MentorsFile, "?dryRun=true")).Counts);
        Assert.Equal("320 0 1 319 0", (await host.Mentors(Samples.Mentors.Replace("Finn Y.,mentor00001", "Fin Y.,mentor00001"), "?dryRun=true")).Counts);
    }

    private static byte[] Dressed(string dress) => dress switch
    {
        "bom" => [.. Encoding.UTF8.GetPreamble(), .. Samples.MentorsFile],
        "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Samples.Mentors)],
        "lf" => Encoding.UTF8.GetBytes(Samples.Mentors.Replace("\r\n", "\n")),
        "cr" => Encoding.UTF8.GetBytes(Samples.Mentors.Replace("\r\n", "\r")),
        "semicolon" => Encoding.UTF8.GetBytes(Separated(';').Replace("51.", "51,")),
        "tab" => Encoding.UTF8.GetBytes(Separated('\t')),
        _ => Encoding.UTF8.GetBytes(string.Join("\r\n", Lines.Select(line => string.Join(',', line.Split(',').Reverse())))),
    };

    private static string[] Lines => Samples.Mentors.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Separated(char separator) =>
        string.Join("\r\n", Lines.Select(line => string.Join(separator, line.Split(',').Select(cell => cell.Contains(separator) ? $"\"{cell}\"" : cell))));

    private static Task<(int Members, int Requests, int Versions, int Audit, int Notices)> Trace(ImportHost host) => host.In(async db => (
        await db.Members.CountAsync(), await db.Requests.CountAsync(), await db.Members.SumAsync(m => m.Version), await db.Audit.CountAsync(), await db.Notices.CountAsync()));
}
