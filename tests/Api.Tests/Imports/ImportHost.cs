using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Imports;

/// <summary>One community, whose coordinator sends spreadsheets at noon on 2 November 2026.</summary>
internal sealed class ImportHost
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 12, 0);

    private ImportHost(ApiHost host, SampleCommunity community) => (Api, Community) = (host, community);

    public ApiHost Api { get; }

    public SampleCommunity Community { get; }

    public string Path => $"{Community.Path}/imports";

    /// <summary>A community of its own in a running host.</summary>
    public static async Task<ImportHost> In(ApiHost host)
    {
        host.Clock.MoveTo(Now);
        return new(host, await SampleCommunity.In(host));
    }

    public Task<ImportAnswer> Mentors(string csv, string query = "?dryRun=false") => Send("mentors", Encoding.UTF8.GetBytes(csv), query);

    public Task<ImportAnswer> Newcomers(string csv, string query = "?dryRun=false") => Send("newcomers", Encoding.UTF8.GetBytes(csv), query);

    public Task<ImportAnswer> Send(string which, byte[] body, string query = "?dryRun=false", string type = "text/csv")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Send(which, content, query);
    }

    public async Task<ImportAnswer> Send(string which, HttpContent content, string query = "?dryRun=false")
    {
        var answer = await Community.Coordinator.Http.PostAsync($"{Path}/{which}{query}", content);
        var text = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, text, JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>Looks at, or changes, what is stored.</summary>
    public Task<T> In<T>(Func<MentorshipDb, Task<T>> look) => Api.Inside(Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var seen = await look(db);
        await db.SaveChangesAsync();
        return seen;
    });

    /// <summary>Everybody but the coordinator, who was there before.</summary>
    public static IQueryable<Member> Imported(MentorshipDb db) => db.Members.Where(m => m.Roles != Roles.Coordinator);
}

/// <summary>Status and body of an import's answer.</summary>
internal sealed record ImportAnswer(int Status, string Text, JsonElement Body)
{
    public string? Code => Body.GetProperty("code").GetString();

    public string Counts => string.Join(' ', new[] { "rows", "added", "changed", "unchanged", "skipped" }.Select(name => Body.GetProperty(name).GetInt32()));

    /// <summary>line:column:code of each error.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Body.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("line")}:{e.GetProperty("column")}:{e.GetProperty("code")}")];
}
