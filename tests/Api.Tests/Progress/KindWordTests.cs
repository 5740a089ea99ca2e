using System.Net;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Progress;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Progress;

public sealed class KindWordTests
{
    private static readonly Instant OnTheDay = Instant.FromUtc(2026, 10, 29, 10, 0); // a month after 29 September

    [EveryEngine]
    public async Task On_the_day_a_note_without_content_leaves_and_the_app_says_the_rest(Engine engine)
    {
        await using var running = await EngineHost.On(engine);
        var (community, me) = await Member(running.Api);

        running.Api.Clock.MoveTo(OnTheDay - Duration.FromMinutes(1));
        await RunJobs(running.Api);
        Assert.Empty(running.Api.Mail.To(me.Email));

        running.Api.Clock.MoveTo(OnTheDay);
        await RunJobs(running.Api);
        await RunJobs(running.Api);

        Assert.Contains("There is something kind for you.", Assert.Single(running.Api.Mail.To(me.Email)));
        Assert.Equal("kind-word", Assert.Single(await me.Items($"{community.Path}/inbox")).GetProperty("kind").GetString());
        Assert.Contains("1 month sober", (await me.Read($"{community.Path}/progress")).GetRawText());
    }

    [Theory]
    [InlineData(10, 1), InlineData(24, 0)]
    public async Task One_that_is_late_leaves_on_its_day_and_on_no_other(int hoursLate, int mails)
    {
        using var host = new ApiHost();
        var (_, me) = await Member(host);
        host.Clock.MoveTo(OnTheDay);
        await RunJob(host, "send-kind-words");

        host.Clock.MoveTo(OnTheDay + Duration.FromHours(hoursLate));
        await RunJob(host, "send-notices");

        Assert.Equal(mails, host.Mail.To(me.Email).Count);
    }

    [Fact]
    public async Task The_daily_look_stands_in_the_way_of_no_edit()
    {
        using var host = new ApiHost();
        var (community, me) = await Member(host);
        var path = $"{community.Path}/progress/{(await me.Read($"{community.Path}/progress")).GetProperty("items")[0].GetProperty("id").GetGuid()}";
        var begun = await me.ETagOf(path);
        host.Clock.MoveTo(OnTheDay);
        await RunJobs(host);

        await me.Put($"{path}/time", new { since = "2026-09-28", earlierStays = false }, begun).Is(HttpStatusCode.OK);
        await me.Put($"{path}/time", new { since = "2026-09-27", earlierStays = false }, begun).Is(HttpStatusCode.PreconditionFailed, "version-stale");
    }

    [Fact]
    public async Task A_kind_word_is_forgotten_after_thirty_days_and_nothing_else_is()
    {
        using var host = new ApiHost();
        var (community, me) = await Member(host);
        var pair = await IntroducedPair.In(host, community);
        host.Clock.MoveTo(OnTheDay);
        await RunJobs(host);
        host.Clock.MoveTo(OnTheDay + Duration.FromDays(31));
        await Timetable.Standard.Get("forget-expired").Run(host.Services.GetRequiredService<IServiceScopeFactory>(), default);

        Assert.Empty(await me.Items($"{community.Path}/inbox"));
        Assert.NotEmpty(await pair.Newcomer.Items($"{community.Path}/inbox"));
    }

    [EveryEngine]
    public async Task Two_that_look_at_once_tell_once(Engine engine)
    {
        await using var running = await EngineHost.On(engine);
        var (community, me) = await Member(running.Api);
        running.Api.Clock.MoveTo(OnTheDay);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => running.Api.Send(new SendKindWords(Actor.System(community.Id), 100)))));

        Assert.Single(await me.Items($"{community.Path}/inbox"));
    }

    [Fact]
    public async Task A_date_that_was_changed_away_is_not_told_of()
    {
        using var host = new ApiHost();
        var (community, me) = await Member(host);
        var id = (await me.Read($"{community.Path}/progress")).GetProperty("items")[0].GetProperty("id").GetGuid();
        host.Clock.MoveTo(OnTheDay - Duration.FromHours(1));
        await me.Put($"{community.Path}/progress/{id}/time", new { since = "2026-10-29", earlierStays = true }).Is(HttpStatusCode.OK);
        host.Clock.MoveTo(OnTheDay);
        await RunJobs(host);

        Assert.Empty(await me.Items($"{community.Path}/inbox"));
    }

    [Fact]
    public async Task One_that_cannot_be_looked_at_waits_an_hour_and_holds_up_nobody()
    {
        using var host = new ApiHost();
        var (community, me) = await Member(host);
        var other = await Another(community);
        await host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Members.Where(m => m.Id == me.Id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Profile.ZoneId, "Nowhere/Else")));
        host.Clock.MoveTo(OnTheDay);
        await RunJobs(host);

        Assert.Single(await other.Items($"{community.Path}/inbox"));
        Assert.Equal(OnTheDay + Duration.FromHours(1), await NextDueAt(host, community, me));
        Assert.Empty(await me.Items($"{community.Path}/inbox"));
        Assert.Contains(host.Log.All, line => line.Contains("was pushed back by an hour: RuleBroken"));
    }

    [Fact]
    public async Task Once_the_key_of_a_member_was_erased_there_is_nothing_left_to_look_at()
    {
        using var host = new ApiHost();
        var (community, me) = await Member(host);
        await host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().MemberKeys.Where(k => k.Member == me.Id).ExecuteDeleteAsync());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await me.Read($"{community.Path}/progress")).GetProperty("items")[0].GetProperty("time").ValueKind);
        host.Clock.MoveTo(OnTheDay);
        await RunJobs(host);

        Assert.Null(await NextDueAt(host, community, me));
        Assert.Empty(await me.Items($"{community.Path}/inbox"));
    }

    private static async Task<Person> Another(SampleCommunity community)
    {
        var other = await community.Newcomer();
        await other.Post($"{community.Path}/progress", new { pathway = "aa", since = "2026-09-29" }).Is(HttpStatusCode.Created);
        return other;
    }

    private static IQueryable<PathwayProgress> Own(IServiceProvider services, Person me) =>
        services.GetRequiredService<MentorshipDb>().Progress.Where(p => p.Member == me.Id);

    private static Task<Instant?> NextDueAt(ApiHost host, SampleCommunity community, Person me) =>
        host.Inside(community.Id, services => Own(services, me).Select(p => p.NextDueAt).SingleAsync());

    private static async Task<(SampleCommunity Community, Person Me)> Member(ApiHost host)
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Newcomer();
        await me.Post($"{community.Path}/progress", new { pathway = "aa", since = "2026-09-29" }).Is(HttpStatusCode.Created);
        host.Clock.MoveTo(Instant.FromUtc(2026, 10, 28, 12, 0));
        return (community, me);
    }

    private static async Task RunJobs(ApiHost host)
    {
        foreach (var name in (string[])["send-kind-words", "send-notices"]) await RunJob(host, name);
    }

    private static Task RunJob(ApiHost host, string name) =>
        Timetable.Standard.Get(name).Run(host.Services.GetRequiredService<IServiceScopeFactory>(), default);
}
