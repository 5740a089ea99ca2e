using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Notices;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Pairings;

public class ParallelAcceptanceTests
{
    [EveryEngine]
    public async Task Twenty_times_yes_at_once_introduces_once_and_begins_one_plan(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var community = await SampleCommunity.In(host.Api);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var path = $"{community.Path}/pairings/{await community.ApprovedOffer(await community.Request(newcomer), mentor)}/acceptance";
        Assert.Equal(HttpStatusCode.NoContent, (await Accept(mentor, path)).StatusCode);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Accept(newcomer, path)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.NoContent);
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.NoContent))
            Assert.Equal((HttpStatusCode.Conflict, "pairing-wrong-state"), (refused.StatusCode, await Code(refused)));
        await host.Api.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            Assert.Equal([1, 2], (await db.Plans.Select(p => p.Layer).ToListAsync()).CountBy(l => l).OrderBy(l => l.Key).Select(l => l.Value)); // one a week for the newcomer, a pulse for each
            Assert.Equal(1, await db.Audit.CountAsync(a => a.Code == "pairing-introduced"));
            Assert.Equal(2, await db.Notices.CountAsync(n => n.Kind == NoticeKind.PairingIntroduced));
            return true;
        });
    }

    private static Task<HttpResponseMessage> Accept(Person person, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { shareEmail = true, sharePhone = false }) };
        request.Headers.Add("If-Match", "*");
        return person.Http.SendAsync(request);
    }

    private static async Task<string?> Code(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
