using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Api.Tests.Texts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>What somebody may say of themselves: neither the database nor anything else that is kept shows whether they did.</summary>
public sealed class SaidOrNotTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    private static readonly object Used = new { question = "used", choice = "i-used" };
    private static readonly object[] Other = [new { question = "contact", choice = "fine" }, new { question = "today", choice = "good" }];

    private TextGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TextGateway.Start();

    [Theory]
    [InlineData("the API, said first"), InlineData("the API, said last"), InlineData("the page")]
    public async Task Said_and_unsaid_look_alike_in_the_order_of_the_rows_by_every_door(string door)
    {
        Assert.Equal(["today", "used", "contact"], await Rows(door, isSaid: false));
        Assert.Equal(["today", "used", "contact"], await Rows(door, isSaid: true));
    }

    [Fact]
    public async Task By_text_too_the_row_stands_where_it_was_asked()
    {
        await using var host = new TextsHost(_gateway);
        var pair = await host.AskedByText();
        await host.Text(Number, "1");
        Assert.Equal(["used", "contact"], await Rows(pair));
    }

    [Fact]
    public async Task Over_the_API_it_makes_no_row_more_and_moves_no_date_no_plan_and_no_version()
    {
        var kept = new List<string>();
        foreach (var answers in new object[][] { Other, [.. Other, Used] })
        {
            using var host = new ApiHost();
            var pair = await IntroducedPair.Asked(host);
            await Count(pair);
            await pair.Answer(answers);
            kept.Add(await Kept(pair));
        }
        Assert.Equal(kept[0], kept[1]);
    }

    [Fact]
    public async Task By_text_it_is_words_like_any_other_words()
    {
        var (kept, replies) = (new List<string>(), new List<string?>());
        foreach (var words in new[] { "busy today", "I used" })
        {
            await using var host = new TextsHost(_gateway);
            var pair = await host.AskedByText();
            await Count(pair);
            replies.Add(await host.Text(Number, words));
            kept.Add(await Kept(pair));
            Assert.Equal("sent", await pair.State());
        }
        Assert.Equal(replies[0], replies[1]);
        Assert.Equal(kept[0], kept[1]);
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    private static async Task<List<string>> Rows(string door, bool isSaid)
    {
        using var host = new ApiHost();
        var pair = await IntroducedPair.Asked(host);
        await pair.Deliver();
        if (door == "the page") await Post(host, host.Mail.LinkTo(pair.Newcomer.Email), isSaid);
        else if (!isSaid) await pair.Answer(Other);
        else await pair.Answer(door == "the API, said first" ? [Used, .. Other] : [.. Other, Used]);
        return await Rows(pair);
    }

    private static async Task Post(ApiHost host, string link, bool isSaid)
    {
        var fields = new Dictionary<string, string> { ["q.contact"] = "fine", ["q.today"] = "good" };
        if (isSaid) fields["q.used"] = "i-used";
        Assert.Equal(HttpStatusCode.OK, (await host.CreateClient().PostAsync(link, new FormUrlEncodedContent(fields))).StatusCode);
    }

    /// <summary>The questions of what is kept, sorted by the ids of their rows as whoever holds the database can sort them.</summary>
    private static Task<List<string>> Rows(IntroducedPair pair) => pair.Host.Inside(pair.Community.Id, async services =>
    {
        var answers = await services.GetRequiredService<MentorshipDb>().Answers.AsNoTracking().ToListAsync();
        return answers.OrderBy(a => a.Id.Value.ToString(), StringComparer.Ordinal).Select(a => a.Question).ToList();
    });

    private static Task Count(IntroducedPair pair) =>
        pair.Newcomer.Post($"{pair.Community.Path}/progress", new { pathway = "aa", since = "2026-07-20" }).Is(HttpStatusCode.Created);

    /// <summary>How many rows each table has, and whatever a return could move: versions, dates, what is due next.</summary>
    private static Task<string> Kept(IntroducedPair pair) => pair.Host.Inside(pair.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var counts = new List<string>();
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct();
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            var count = "SELECT COUNT(*) AS \"Value\" FROM \"" + table + "\"";
            counts.Add($"{table} {await db.Database.SqlQueryRaw<int>(count).SingleAsync()}");
        }
        Assert.Contains("Answers", string.Join(' ', counts));
        var own = await pair.Newcomer.Http.GetStringAsync($"{pair.Community.Path}/progress");
        Assert.Contains("2026-07-20", own);
        return JsonSerializer.Serialize(new object[]
        {
            counts,
            await db.Members.Where(m => m.Id == pair.Newcomer.Id).Select(m => m.Version).ToListAsync(),
            await db.Pairings.Select(p => p.Version).ToListAsync(),
            await db.Requests.Select(r => r.Version).ToListAsync(),
            await db.Progress.Select(p => p.Version).ToListAsync(),
            await db.Plans.OrderBy(p => p.Id).Select(p => new { p.Version, Next = p.NextDueAt.ToString() }).ToListAsync(),
        });
    });
}
