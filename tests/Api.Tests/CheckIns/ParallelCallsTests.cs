using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Notices;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Somebody calls for help by many check-ins at the same moment: it is one call, and is told once.</summary>
public class ParallelCallsTests
{
    private const int Twenty = 20;

    [EveryEngine]
    public async Task Twenty_check_ins_that_call_at_once_are_told_once(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var pair = await IntroducedPair.In(host.Api);
        host.Api.Clock.MoveTo(IntroducedPair.FirstDue);
        for (var week = 0; week < Twenty; week++, host.Api.Clock.Advance(Duration.FromDays(7))) await pair.Dispatch();
        var asked = await host.Api.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().CheckIns
            .Where(c => c.Member == pair.Newcomer.Id && c.Layer == Domain.Time.Layer.Weekly).Select(c => c.Id).ToListAsync());
        Assert.Equal(Twenty, asked.Count);

        var said = new { answers = new[] { new { question = "contact", choice = "call-me" } } };
        var answers = await Task.WhenAll(asked.Select(id =>
            pair.Newcomer.Http.PostAsJsonAsync($"{pair.Community.Path}/check-ins/{id}/answers", said)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await host.Api.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            Assert.Equal(1, await db.Concerns.CountAsync());
            Assert.Equal(1, await db.Notices.CountAsync(n => n.Kind == NoticeKind.SomeoneAsksForContact));
            Assert.Equal(Twenty, await db.CheckIns.CountAsync(c => c.AnsweredAt != null));
            Assert.Equal(1, await db.CheckIns.CountAsync(c => c.ContactAskedAt != null));
            return true;
        });
    }
}
