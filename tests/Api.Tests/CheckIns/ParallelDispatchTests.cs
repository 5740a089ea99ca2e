using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Two hosts of one database do the same work at the same moment: each effect is there once.</summary>
public class ParallelDispatchTests
{
    private const int Plans = 500, Notices = 120;

    [EveryEngine]
    public async Task Two_dispatchers_make_each_occurrence_once_and_tell_it_once(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, _) = await DuePlans(host.Api, Plans);

        var taken = await Task.WhenAll(Rounds(host.Api, Dispatch(community, 100)), Rounds(host.Api, Dispatch(community, 100)));

        Assert.Equal(Plans, taken.Sum());
        await host.Api.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            Assert.Equal(Plans, await db.CheckIns.CountAsync());
            Assert.Equal(Plans, await db.CheckIns.Select(c => c.Plan).Distinct().CountAsync());
            Assert.Equal(Plans, await db.Notices.CountAsync(n => n.Kind == NoticeKind.CheckInDue));
            Assert.Equal(0, await db.Plans.CountAsync(p => p.NextDueAt <= host.Api.Clock.Now));
            return true;
        });
        Assert.DoesNotContain(host.Api.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal)); // a lost race is nobody's error
    }

    [EveryEngine]
    public async Task Two_senders_hand_over_each_notice_once(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, newcomer) = await DuePlans(host.Api, Notices);
        await host.Api.Send(Dispatch(community, Notices)());

        await Task.WhenAll(Rounds(host.Api, Deliver(community, 30)), Rounds(host.Api, Deliver(community, 30)));

        var sent = host.Api.Mail.All.Where(m => m.To == newcomer.Email).Select(m => m.MessageId).ToList();
        Assert.Equal(sent.Count, sent.Distinct().Count());
        await host.Api.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            Assert.Equal(Notices, await db.CheckIns.CountAsync(c => c.State == CheckInState.Sent));
            Assert.Equal(0, await db.Notices.CountAsync(n => n.NextAttemptAt != null));
            Assert.Equal(sent.Count, await db.Notices.CountAsync(n => n.Recipient == newcomer.Id && n.SentAt != null));
            return true;
        });
    }

    private static async Task<(SampleCommunity Community, Person Newcomer)> DuePlans(ApiHost host, int count)
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.Proposal(await community.Request(newcomer), mentor);
        await host.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var times = new PlanTimes(Rhythm.Parse("daily"), new LocalTime(18, 0), "Europe/Dublin");
            for (var plan = 0; plan < count; plan++)
            {
                var added = db.Add(new CheckInPlan(community.Id, pairing, newcomer.Id, Layer.Daily, times, host.Clock.Now));
                added.Property(p => p.Holds).CurrentValue = null; // one member is asked by all of them
            }
            return await db.SaveChangesAsync();
        });
        host.Clock.Advance(Duration.FromHours(6)); // past 18:00 in Dublin
        return (community, newcomer);
    }

    private static Task<int> Rounds(ApiHost host, Func<IRequest<int>> command) => Task.Run(async () =>
    {
        var all = 0;
        while (await host.Send(command()) is > 0 and var some) all += some;
        return all;
    });

    private static Func<IRequest<int>> Dispatch(SampleCommunity community, int batch) => () => new DispatchCheckIns(Actor.System(community.Id), batch);

    private static Func<IRequest<int>> Deliver(SampleCommunity community, int batch) => () => new SendNotices(Actor.System(community.Id), batch);
}
