using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Pipeline;

public class SaveChangesBehaviorTests
{
    private const int Twenty = 20;

    [EveryEngine]
    public async Task Twenty_that_take_twenty_places_at_once_all_get_one(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, mentor) = await AMentor(host, capacity: Twenty);
        await Task.WhenAll(Enumerable.Range(0, Twenty).Select(_ => TakePlace(host, community, mentor)));
        Assert.Equal(Twenty, await PlacesHeld(host, community, mentor));
    }

    [EveryEngine]
    public async Task Of_twenty_that_want_the_one_free_place_one_gets_it_and_the_others_are_told_that_the_mentor_is_full(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, mentor) = await AMentor(host, capacity: 1);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Twenty).Select(_ => Record.ExceptionAsync(() => TakePlace(host, community, mentor))));
        Assert.Single(outcomes, o => o is null);
        Assert.Equal(Twenty - 1, outcomes.Count(o => o is RuleBroken { Code: "mentor-full" }));
        Assert.Equal(1, await PlacesHeld(host, community, mentor));
    }

    [EveryEngine]
    public async Task One_that_loses_every_time_is_told_to_try_again(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, mentor) = await AMentor(host, capacity: 3);
        var failure = await Assert.ThrowsAsync<RuleBroken>(() => host.Api.Inside(community.Id, services => Behavior(services).Handle(new Command(), default, async () =>
        {
            host.Api.Clock.Advance(Duration.FromSeconds(1));
            (await Load(services, community, mentor)).ConfirmAvailable(host.Api.Clock.Now);
            host.Api.Clock.Advance(Duration.FromSeconds(1));
            return await host.Api.Inside(community.Id, async others => // somebody is always faster
            {
                (await Load(others, community, mentor)).ConfirmAvailable(host.Api.Clock.Now);
                await others.GetRequiredService<MentorshipDb>().SaveChangesAsync();
                return Unit.Value;
            });
        })));
        Assert.Equal("changed-meanwhile", failure.Code);
    }

    [EveryEngine]
    public async Task Who_is_told_that_somebody_was_faster_sees_in_the_same_scope_what_is_there_now(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, mentor) = await AMentor(host, capacity: 3);
        await host.Api.Inside(community.Id, async services =>
        {
            await Assert.ThrowsAsync<StaleVersion>(() => Behavior(services).Handle(new Command(), default, async () =>
            {
                await Load(services, community, mentor);
                throw new StaleVersion();
            }));
            await TakePlace(host, community, mentor);
            Assert.Equal(await PlacesHeld(host, community, mentor), (await Load(services, community, mentor)).Mentor!.PlacesHeld);
            return Unit.Value;
        });
    }

    [EveryEngine]
    public async Task A_rule_that_is_broken_is_told_at_once_and_nothing_is_saved(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, mentor) = await AMentor(host, capacity: 3);
        var runs = 0;
        await Assert.ThrowsAsync<RuleBroken>(() => host.Api.Inside(community.Id, services => Behavior(services).Handle(new Command(), default, async () =>
        {
            runs++;
            (await Load(services, community, mentor)).TakePlace();
            throw new RuleBroken("some-rule", "No.");
        })));
        Assert.Equal((1, 0), (runs, await PlacesHeld(host, community, mentor)));
    }

    private static async Task<(SampleCommunity Community, Person Mentor)> AMentor(EngineHost host, int capacity)
    {
        var community = await SampleCommunity.In(host.Api);
        return (community, await community.Mentor(new MentorOffer { Capacity = capacity, Kinds = Kinds.Sponsor }));
    }

    private static Task<Unit> TakePlace(EngineHost host, SampleCommunity community, Person mentor) => Task.Run(() =>
        host.Api.Inside(community.Id, services => Behavior(services).Handle(new Command(), default, async () =>
        {
            (await Load(services, community, mentor)).TakePlace();
            return Unit.Value;
        })));

    private static Task<int> PlacesHeld(EngineHost host, SampleCommunity community, Person mentor) =>
        host.Api.Inside(community.Id, async services => (await Load(services, community, mentor)).Mentor!.PlacesHeld);

    private static Task<Member> Load(IServiceProvider services, SampleCommunity community, Person person) =>
        services.GetRequiredService<MentorshipDb>().Members.SingleAsync(m => m.Id == person.Id && m.CommunityId == community.Id);

    private static SaveChangesBehavior<Command, Unit> Behavior(IServiceProvider services) => new(services.GetRequiredService<MentorshipDb>());

    private sealed record Command : ICommand<Unit>;
}
