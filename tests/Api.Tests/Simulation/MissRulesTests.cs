using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Simulation;

/// <summary>What counts as a miss and is none.</summary>
public sealed class MissRulesTests(LivedTown lived) : BrokenOnPurpose(lived)
{
    [Fact]
    public async Task A_miss_that_left_just_before_its_end_is_seen() => await Breaks(
        "left within two hours of its end and is missed",
        c => c.SetProperty(x => x.State, CheckInState.Missed).SetProperty(x => x.AnswerBy, Now - Duration.FromHours(1))
            .SetProperty(x => x.SentAt, Now - Duration.FromHours(2)));

    [Fact]
    public async Task A_miss_that_ended_in_an_outage_is_seen() => await Breaks(
        "ended while the service was away and is missed",
        c => c.SetProperty(x => x.State, CheckInState.Missed).SetProperty(x => x.AnswerBy, Lived.Outage.End - Duration.FromHours(3))
            .SetProperty(x => x.SentAt, Lived.Outage.Start - Duration.FromHours(4)));

    [Fact]
    public async Task A_second_check_in_of_a_plan_that_is_sent_for_one_outage_is_seen()
    {
        var due = await Read(db => db.CheckIns.AsNoTracking().Where(c => c.SentAt != null).ToListAsync());
        var two = due.GroupBy(c => c.Plan).First(p => p.Count() > 1).Take(2).ToList();
        foreach (var (checkIn, minutes) in two.Zip([1, 2])) await Due(checkIn.Id, Lived.Outage.Start + Duration.FromMinutes(minutes));
        AssertSeen("was due in an outage before another of its plan", await Look());
        foreach (var checkIn in two) await Due(checkIn.Id, checkIn.DueAt);
        await IsWhole();
    }

    [Fact]
    public async Task An_excuse_for_an_outage_that_does_not_say_so_is_seen()
    {
        var due = await Read(db => db.CheckIns.AsNoTracking().Where(c => c.SentAt != null).ToListAsync());
        var two = due.GroupBy(c => c.Plan).First(p => p.Count() > 1).Take(2).ToList();
        foreach (var (checkIn, minutes) in two.Zip([1, 2])) await Due(checkIn.Id, Lived.Outage.Start + Duration.FromMinutes(minutes));
        await Set(two[0].Id, CheckInState.Excused, null, ExcuseReason.Stopped);
        var broken = await Look();
        await Set(two[0].Id, CheckInState.Excused, null, ExcuseReason.Ours);
        var whole = await Look();
        await Set(two[0].Id, two[0].State, two[0].SentAt, two[0].ExcusedBecause);
        foreach (var checkIn in two) await Due(checkIn.Id, checkIn.DueAt);
        const string sentence = "does not say that it is excused as ours";
        AssertSeen(sentence, broken);
        Assert.DoesNotContain(whole, b => b.Contains(sentence, StringComparison.Ordinal));
        await IsWhole();
    }

    private Task Set(CheckInId id, CheckInState state, Instant? sentAt, ExcuseReason? because) => Read(db => db.CheckIns.Where(c => c.Id == id)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, state).SetProperty(x => x.SentAt, sentAt).SetProperty(x => x.ExcusedBecause, because)));

    [Fact]
    public async Task A_miss_that_never_left_is_seen() => await Breaks(
        "never left and is missed",
        c => c.SetProperty(x => x.State, CheckInState.Missed).SetProperty(x => x.AnswerBy, Now - Duration.FromHours(1))
            .SetProperty(x => x.SentAt, (Instant?)null));

    [Fact]
    public async Task A_miss_of_what_bounced_is_seen()
    {
        var person = Town[(await ACheckIn()).Member];
        Assert.False(person.HadTexts);
        Town.Host.Post.Gone.Add(person.Email);
        var broken = await Missed();
        Town.Host.Post.Gone.Remove(person.Email);
        AssertSeen("bounced and is missed", broken);
        await IsWhole();
    }

    [Fact]
    public async Task A_miss_of_what_waited_when_its_pairing_came_to_rest_is_seen()
    {
        Town.Rests.Add(((await ACheckIn()).Pairing, Now - Duration.FromHours(20)));
        var broken = await Missed();
        Town.Rests.RemoveAt(Town.Rests.Count - 1);
        AssertSeen("was put to rest and is missed", broken);
        await IsWhole();
    }

    [Fact]
    public async Task A_miss_of_somebody_who_had_stopped_every_channel_is_seen()
    {
        var person = Town[(await ACheckIn()).Member];
        person.OutOfReach.Add((Now - Duration.FromHours(20), null));
        var broken = await Missed();
        person.OutOfReach.RemoveAt(person.OutOfReach.Count - 1);
        AssertSeen("though its member had stopped such notes", broken);
        await IsWhole();
    }

    /// <summary>What is broken while a check-in that had its time, until an hour ago, is missed.</summary>
    private async Task<IReadOnlyList<string>> Missed()
    {
        IReadOnlyList<string> broken = [];
        await Meanwhile(
            c => c.SetProperty(x => x.State, CheckInState.Missed).SetProperty(x => x.AnswerBy, Now - Duration.FromHours(1))
                .SetProperty(x => x.SentAt, Now - Duration.FromHours(30)),
            async () => broken = await Look());
        return broken;
    }
}
