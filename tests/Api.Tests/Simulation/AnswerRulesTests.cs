using Mentorship.Domain.CheckIns;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Simulation;

/// <summary>What an answer does, and who sees it.</summary>
public sealed class AnswerRulesTests(LivedTown lived) : BrokenOnPurpose(lived)
{
    private const string
        ToMentors = "shows its mentor an answer that is not for them",
        ToCoordinators = "coordinators see an answer that is not for them";

    [Fact]
    public async Task A_late_answer_that_does_not_say_so_or_does_not_count_is_seen()
    {
        await Breaks("does not say rightly whether its answer was late", c => c.SetProperty(x => x.State, CheckInState.Answered)
            .SetProperty(x => x.AnsweredAt, Now - Duration.FromHours(1)).SetProperty(x => x.AnswerBy, Now - Duration.FromHours(2))
            .SetProperty(x => x.AnsweredLate, false));
        await Breaks("does not count", c => c.SetProperty(x => x.State, CheckInState.Excused)
            .SetProperty(x => x.AnsweredAt, Now - Duration.FromHours(1)));
    }

    [Fact]
    public async Task A_first_day_that_is_moved_is_seen()
    {
        var person = Town.People.First(p => p.Since is not null);
        Town.SaidUsed.Add((person, Now));
        Assert.DoesNotContain(await Look(), b => b.Contains("first day", StringComparison.Ordinal));
        person.Since = person.Since!.Value.PlusDays(1);
        AssertSeen("first day", await Look());
        person.Since = person.Since!.Value.PlusDays(-1);
        await IsWhole();
    }

    [Fact]
    public async Task An_answer_that_its_mentor_sees_and_should_not_is_seen()
    {
        var kept = await Share(Audience.Me, Audience.Mentor);
        var broken = await SeenInAPair();
        await Share(kept, Audience.Me);
        Assert.True(broken);
        await IsWhole();
    }

    [Fact]
    public async Task An_answer_that_is_shown_after_its_member_hid_it_is_seen()
    {
        var shown = await Read(db => db.Answers.AsNoTracking().Where(a => a.Audience == Audience.Mentor).ToListAsync());
        var hidden = shown.Select(a => (a.CheckIn, a.Question)).Where(Town.Hidden.Add).ToList();
        var broken = await SeenInAPair();
        Town.Hidden.ExceptWith(hidden);
        Assert.True(broken);
        await IsWhole();
    }

    [Fact]
    public async Task An_answer_that_coordinators_see_and_should_not_is_seen()
    {
        var kept = await Share(Audience.Mentor, Audience.Coordinator);
        var broken = await Look();
        await Share(kept, Audience.Mentor);
        AssertSeen(ToCoordinators, broken);
        await IsWhole();
    }

    /// <summary>A day looks at a few pairings only.</summary>
    private async Task<bool> SeenInAPair()
    {
        for (var day = 0; day < 20; day++)
            if ((await Look()).Any(b => b.Contains(ToMentors, StringComparison.Ordinal))) return true;
        return false;
    }

    private async Task<List<Domain.AnswerId>> Share(Audience from, Audience with)
    {
        var ids = await Read(db => db.Answers.Where(a => a.Audience == from).Select(a => a.Id).ToListAsync());
        await Share(ids, with);
        return ids;
    }

    private Task Share(List<Domain.AnswerId> ids, Audience with) => Read(db =>
        db.Answers.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Audience, with)));
}
