using Mentorship.Api.Simulation;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Safety;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Simulation;

/// <summary>Calls for help.</summary>
public sealed class CallRulesTests(LivedTown lived) : BrokenOnPurpose(lived)
{
    [Fact]
    public async Task A_call_on_no_list_and_a_concern_that_nobody_called_for_are_seen()
    {
        var asked = await ACheckIn();
        Town.Calls.Add(new(asked.Member, Now - Duration.FromHours(1)));
        AssertSeen("is on no list", await Look());
        Town.Calls.RemoveAt(Town.Calls.Count - 1);

        var raised = await Raise(asked, Now - Duration.FromHours(2), contact: null);
        var broken = await Look();
        await Withdraw(raised);
        AssertSeen("was raised by nobody's call", broken);
        AssertSeen("is not told to its contact", broken);
        await IsWhole();
    }

    [Fact]
    public async Task A_call_that_does_not_leave_and_one_that_is_told_twice_are_seen()
    {
        var (asked, at) = (await ACheckIn(), Now - Duration.FromHours(3));
        var pair = await Read(db => db.Pairings.AsNoTracking().SingleAsync(p => p.Id == asked.Pairing));
        var contact = AddresseeRules.Other(pair, asked.Member);
        Town.Calls.Add(new(asked.Member, at));
        var first = await Raise(asked, at, contact);
        var once = await Look();
        var second = await Raise(asked, at, contact);
        var twice = await Look();
        await Withdraw(first, second);
        Town.Calls.RemoveAt(Town.Calls.Count - 1);
        Assert.Contains("had not left for its contact", Assert.Single(once), StringComparison.Ordinal);
        AssertSeen("is told 2 times", twice);
        await IsWhole();
    }

    private Task<ConcernId> Raise(CheckIn by, Instant at, MemberId? contact) => Read(async db =>
    {
        var told = contact is null ? [] : new[] { Town.Coordinator.Member };
        var concern = new Concern(by.CommunityId, ConcernKind.HelpAskedFor, by.Member, by.Id.Value, told, at, contact);
        db.Add(concern);
        await db.SaveChangesAsync();
        return concern.Id;
    });

    private Task Withdraw(params ConcernId[] raised) => Read(async db =>
    {
        var (ids, subjects) = (raised.ToList(), raised.Select(id => id.Value).ToList());
        await db.Notices.Where(n => subjects.Contains(n.Subject)).ExecuteDeleteAsync();
        return await db.Concerns.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync();
    });
}
