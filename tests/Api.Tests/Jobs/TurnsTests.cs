using Mentorship.Api.Jobs;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence.Stores;

namespace Mentorship.Api.Tests.Jobs;

/// <summary>Who has a turn when, with a made-up amount of work in each community.</summary>
public class TurnsTests
{
    private readonly CommunityId _a = CommunityId.New(), _b = CommunityId.New(), _c = CommunityId.New();
    private readonly Dictionary<CommunityId, int> _ordinary = [], _urgent = [];
    private readonly List<CommunityId> _order = [];
    private Action<CommunityId> _during = _ => { };

    [Fact]
    public async Task Each_has_its_turn_before_any_has_a_second()
    {
        (_ordinary[_a], _ordinary[_b], _ordinary[_c]) = (150, 25, 75);
        await Run();
        Assert.Equal([_a, _b, _c, _a, _c, _a], _order);
    }

    [Fact]
    public async Task What_is_urgent_goes_first_all_of_it_and_then_the_rounds_begin()
    {
        (_ordinary[_a], _urgent[_b]) = (50, 125);
        await Run();
        Assert.Equal([_b, _b, _b, _a], _order);
    }

    [Fact]
    public async Task What_becomes_urgent_or_due_meanwhile_has_its_turn_in_the_same_run()
    {
        _ordinary[_a] = 250;
        _during = _ =>
        {
            if (_order.Count == 2) (_urgent[_b], _ordinary[_c]) = (1, 1);
        };
        await Run();
        Assert.Equal([_a, _a, _b, _a, _c, _a, _a], _order);
    }

    [Fact]
    public async Task One_that_fails_is_left_alone_and_told_once_the_others_have_had_theirs()
    {
        (_ordinary[_a], _ordinary[_b]) = (100, 100);
        _during = community =>
        {
            if (community == _a) throw new InvalidOperationException();
        };
        var failed = await Assert.ThrowsAsync<CommunitiesFailed>(Run);
        Assert.Equal(_a, Assert.Single(failed.Failures).Community);
        Assert.Equal([_a, _b, _b], _order);
    }

    [Fact]
    public async Task A_run_ends_when_nothing_can_be_tried_although_it_is_due()
    {
        (_ordinary[_a], _urgent[_b]) = (100, 1);
        var turns = new Turns(Due, (community, _, _) =>
        {
            _order.Add(community);
            return Task.FromResult(0);
        });
        await turns.Run(Work.Notices, Work.UrgentNotices, default);
        Assert.Equal([_b, _a, _b], _order);
    }

    private Task Run() => new Turns(Due, Take).Run(Work.Notices, Work.UrgentNotices, default);

    private Task<IReadOnlyList<CommunityId>> Due(Work work, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<CommunityId>>(
        [.. (work == Work.UrgentNotices ? _urgent : _ordinary).Where(w => w.Value > 0).Select(w => w.Key)]);

    private Task<int> Take(CommunityId community, int few, CancellationToken cancellation)
    {
        _order.Add(community);
        _during(community);
        var from = _urgent.GetValueOrDefault(community) > 0 ? _urgent : _ordinary;
        var taken = Math.Min(few, from.GetValueOrDefault(community));
        from[community] = from.GetValueOrDefault(community) - taken;
        return Task.FromResult(taken);
    }
}
