using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>How long a notice waits after each try that failed, by dice that the test loads.</summary>
public sealed class WaitBetweenTriesTests
{
    private static readonly int[] Minutes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360], UrgentMinutes = [1, 2, 4, 8, 10, 10, 10];

    [Theory]
    [InlineData(0, 1.0), InlineData(0.5, 1.1), InlineData(0.999999, 1.2)]
    public async Task It_is_tried_after_1_2_4_minutes_and_so_on_up_to_six_hours_and_up_to_a_fifth_more(double thrown, double longer)
    {
        using var host = new DiceHost(new Thrown(thrown));
        var waits = await Waits(host, NoticeKind.PairingIntroduced, Minutes.Length);
        Assert.All(Minutes.Zip(waits), pair => Assert.Equal(pair.First * longer, pair.Second, pair.First * 0.0001));
    }

    [Theory]
    [InlineData(0, 1.0), InlineData(0.999999, 1.2)]
    public async Task A_call_for_help_is_never_put_back_for_more_than_ten_minutes_and_a_fifth(double thrown, double longer)
    {
        using var host = new DiceHost(new Thrown(thrown));
        var waits = await Waits(host, NoticeKind.CoordinatorLook, UrgentMinutes.Length);
        Assert.All(UrgentMinutes.Zip(waits), pair => Assert.Equal(pair.First * longer, pair.Second, pair.First * 0.0001));
    }

    [Fact]
    public async Task What_failed_together_is_not_tried_again_together()
    {
        using var host = new DiceHost(new Random(7));
        var community = await WhereMailFails(host);
        await Queue.Add(host, community.Id, community.Coordinator, NoticeKind.PairingIntroduced, 20);

        await host.Send(new SendNotices(Actor.System(community.Id), 20));

        var waits = (await Waiting(host, community)).Select(n => (n.NextAttemptAt!.Value - host.Clock.Now).TotalMinutes).ToList();
        Assert.Equal(20, waits.Distinct().Count());
        Assert.All(waits, wait => Assert.InRange(wait, 1, 1.2));
        Assert.True(waits.Max() - waits.Min() > 0.1);
    }

    private static async Task<IReadOnlyList<double>> Waits(DiceHost host, NoticeKind kind, int tries)
    {
        var community = await WhereMailFails(host);
        await Queue.Add(host, community.Id, community.Coordinator, kind, 1);
        var waits = new List<double>();
        for (var attempt = 1; attempt <= tries; attempt++)
        {
            await host.Send(new SendNotices(Actor.System(community.Id), 20));
            var notice = Assert.Single(await Waiting(host, community));
            Assert.Equal(attempt, notice.Attempts);
            waits.Add((notice.NextAttemptAt!.Value - host.Clock.Now).TotalMinutes);
            host.Clock.MoveTo(notice.NextAttemptAt.Value);
        }
        return waits;
    }

    /// <summary>Its coordinator has no quiet hours.</summary>
    private static async Task<SampleCommunity> WhereMailFails(DiceHost host)
    {
        var community = await SampleCommunity.In(host);
        await host.Send(new SetQuietHours(new(community.Id, community.Coordinator.Id, Roles.Coordinator), "00:00", "00:00"));
        host.Mail.FailsWith = new EmailUnavailable("smtp-450", ofChannel: false);
        return community;
    }

    private static Task<List<Notice>> Waiting(DiceHost host, SampleCommunity community) => host.Inside(community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Notices.AsNoTracking().Where(n => n.State == NoticeState.Waiting).ToListAsync());

    private sealed class DiceHost(Random dice) : ApiHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(dice)));
        }
    }

    private sealed class Thrown(double always) : Random
    {
        public override double NextDouble() => always;
    }
}
