using Mentorship.Api.Simulation;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Notices.Sms;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Simulation;

/// <summary>Each rule that the simulator looks at is broken once on purpose, and is seen; what was broken is mended again.</summary>
public sealed class RulesTests(LivedTown lived) : IClassFixture<LivedTown>
{
    private Town Town => lived.Town;

    private Instant Now => Town.Now;

    [Fact]
    public async Task A_miss_that_left_just_before_its_end_is_seen() => await Breaks(
        "left within two hours of its end and is missed",
        c => c.SetProperty(x => x.State, CheckInState.Missed).SetProperty(x => x.AnswerBy, Now - Duration.FromHours(1))
            .SetProperty(x => x.SentAt, Now - Duration.FromHours(2)));

    [Fact]
    public async Task A_miss_that_ended_in_an_outage_is_seen() => await Breaks(
        "ended while the service was away and is missed",
        c => c.SetProperty(x => x.State, CheckInState.Missed).SetProperty(x => x.AnswerBy, lived.Outage.End - Duration.FromHours(3))
            .SetProperty(x => x.SentAt, lived.Outage.Start - Duration.FromHours(4)));

    [Fact]
    public async Task A_second_check_in_of_a_plan_that_is_sent_for_one_outage_is_seen()
    {
        var due = await lived.Read(db => db.CheckIns.AsNoTracking().Where(c => c.SentAt != null).ToListAsync());
        var two = due.GroupBy(c => c.Plan).First(p => p.Count() > 1).Take(2).ToList();
        foreach (var (checkIn, minutes) in two.Zip([1, 2])) await Due(checkIn.Id, lived.Outage.Start + Duration.FromMinutes(minutes));
        Assert.Contains(await lived.Simulation.Look(), b => b.Contains("was due in an outage before another of its plan", StringComparison.Ordinal));
        foreach (var checkIn in two) await Due(checkIn.Id, checkIn.DueAt);
        await IsWhole();
    }

    [Fact]
    public async Task A_note_to_somebody_else_is_seen()
    {
        var (note, other) = (await ANote(), Town.People.Last().Me.Member);
        await Change(note.Id, n => n.SetProperty(x => x.Recipient, other));
        var broken = await lived.Simulation.Look();
        await Change(note.Id, n => n.SetProperty(x => x.Recipient, note.Recipient));
        Assert.Contains(broken, b => b.Contains("went to somebody whom it is not for", StringComparison.Ordinal));
        Assert.Contains(broken, b => b.Contains("went to another address", StringComparison.Ordinal));
        await IsWhole();
    }

    [Fact]
    public async Task A_note_that_left_after_its_pairing_had_closed_is_seen()
    {
        var note = await ANote();
        var pairing = (await CheckInOf(note)).Pairing;
        await Close(pairing, note.SentAt - Duration.FromMinutes(1));
        var broken = await lived.Simulation.Look();
        await Close(pairing, null);
        Assert.Contains(broken, b => b.Contains("left after its pairing had closed", StringComparison.Ordinal));
        await IsWhole();
    }

    [Fact]
    public async Task A_note_by_a_channel_that_was_off_is_seen()
    {
        var person = Town.Find((await ANote()).Recipient)!;
        person.Hears(Town.Yesterday - Duration.FromHours(1), email: false);
        var broken = await lived.Simulation.Look();
        person.Hears(Town.Yesterday - Duration.FromHours(1), email: true);
        Assert.Contains(broken, b => b.Contains("left by a channel that was off", StringComparison.Ordinal));
        await IsWhole();
    }

    [Fact]
    public async Task What_reaches_another_address_or_number_is_seen()
    {
        await ANote();
        var mail = Town.Deliveries.FindIndex(d => d.Channel == Channel.Email);
        var rightly = Town.Deliveries[mail];
        Town.Deliveries[mail] = rightly with { To = "somebody@example.org" };
        Town.Deliveries.Add(new(Now, Channel.Sms, Town.People[0].Phone));
        var broken = await lived.Simulation.Look();
        Town.Deliveries[mail] = rightly;
        Town.Deliveries.RemoveAt(Town.Deliveries.Count - 1);
        Assert.Contains(broken, b => b.Contains("went to another address", StringComparison.Ordinal));
        Assert.Contains(broken, b => b.Contains("reached their number", StringComparison.Ordinal));
        await IsWhole();
    }

    [Fact]
    public async Task A_call_on_no_list_and_a_concern_that_nobody_called_for_are_seen()
    {
        var asked = await ACheckIn();
        Town.Calls.Add(new(asked.Member, Now - Duration.FromHours(1)));
        Assert.Contains(await lived.Simulation.Look(), b => b.Contains("is on no list", StringComparison.Ordinal));
        Town.Calls.RemoveAt(Town.Calls.Count - 1);

        await Raise(asked, Now - Duration.FromHours(2), contact: null);
        var broken = await lived.Simulation.Look();
        await Withdraw(Now - Duration.FromHours(2));
        Assert.Contains(broken, b => b.Contains("was raised by nobody's call", StringComparison.Ordinal));
        Assert.Contains(broken, b => b.Contains("is not told to its contact", StringComparison.Ordinal));
        await IsWhole();
    }

    [Fact]
    public async Task A_call_that_does_not_leave_and_one_that_is_told_twice_are_seen()
    {
        var (asked, at) = (await ACheckIn(), Now - Duration.FromHours(3));
        var pair = await lived.Read(db => db.Pairings.AsNoTracking().SingleAsync(p => p.Id == asked.Pairing));
        var contact = AddresseeRules.Other(pair, asked.Member);
        Town.Calls.Add(new(asked.Member, at));
        await Raise(asked, at, contact);
        var once = await lived.Simulation.Look();
        await Raise(asked, at, contact);
        var twice = await lived.Simulation.Look();
        await Withdraw(at);
        Town.Calls.RemoveAt(Town.Calls.Count - 1);
        Assert.Contains("had not left for its contact", Assert.Single(once), StringComparison.Ordinal);
        Assert.Contains(twice, b => b.Contains("is told 2 times", StringComparison.Ordinal));
        await IsWhole();
    }

    [Fact]
    public async Task A_note_before_its_time_is_seen()
    {
        var note = await ANote();
        var due = (await CheckInOf(note)).DueAt;
        await Due(new(note.Subject), note.SentAt!.Value + Duration.FromMinutes(1));
        var broken = await lived.Simulation.Look();
        await Due(new(note.Subject), due);
        Assert.Contains(broken, b => b.Contains("left before its time", StringComparison.Ordinal));
        await IsWhole();
    }

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
        Assert.DoesNotContain(await lived.Simulation.Look(), b => b.Contains("first day", StringComparison.Ordinal));
        person.Since = person.Since!.Value.PlusDays(1);
        Assert.Contains(await lived.Simulation.Look(), b => b.Contains("first day", StringComparison.Ordinal));
        person.Since = person.Since!.Value.PlusDays(-1);
        await IsWhole();
    }

    [Fact]
    public async Task The_words_of_an_answer_in_a_mail_or_a_text_are_seen()
    {
        var (post, phones) = (new Post(), new Phones());
        await post.Send(new EmailMessage("1", "a@example.org", "A note", $"One said: {Saying.For(Audience.Mentor)}."), CancellationToken.None);
        await phones.Send(new SmsMessage("+15550000001", Saying.ByText));
        Assert.NotEmpty(post.Broken);
        Assert.NotEmpty(phones.Broken);
    }

    private async Task Breaks(string sentence, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<CheckIn>> how)
    {
        var one = await ACheckIn();
        await lived.Read(db => db.CheckIns.Where(c => c.Id == one.Id).ExecuteUpdateAsync(how));
        var broken = await lived.Simulation.Look();
        await lived.Read(db => db.CheckIns.Where(c => c.Id == one.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.State, one.State)
            .SetProperty(x => x.AnswerBy, one.AnswerBy).SetProperty(x => x.SentAt, one.SentAt)
            .SetProperty(x => x.AnsweredAt, one.AnsweredAt).SetProperty(x => x.AnsweredLate, one.AnsweredLate)));
        Assert.Contains(broken, b => b.Contains(sentence, StringComparison.Ordinal));
        await IsWhole();
    }

    private async Task IsWhole() => Assert.Empty(await lived.Simulation.Look());

    /// <summary>A check-in that left today by mail, of a pair that goes on.</summary>
    private Task<Notice> ANote() => lived.Read(db => (
        from n in db.Notices.AsNoTracking()
        where n.Kind == NoticeKind.CheckInDue && n.Channel == Channel.Email && n.SentAt >= Town.Yesterday
        where db.Pairings.Any(p => p.Newcomer == n.Recipient && p.ClosedAt == null)
        where !db.Pairings.Any(p => p.Newcomer == n.Recipient && p.IntroducedAt != null && p.ClosedAt != null)
        orderby n.Id
        select n).FirstAsync());

    private async Task<CheckIn> ACheckIn() => await CheckInOf(await ANote());

    private Task<CheckIn> CheckInOf(Notice note) =>
        lived.Read(db => db.CheckIns.AsNoTracking().SingleAsync(c => c.Id == new CheckInId(note.Subject)));

    private Task Close(PairingId pairing, Instant? at) => lived.Read(db =>
        db.Pairings.Where(p => p.Id == pairing).ExecuteUpdateAsync(p => p.SetProperty(x => x.ClosedAt, at)));

    private Task Due(CheckInId id, Instant at) => lived.Read(db =>
        db.CheckIns.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.DueAt, at)));

    private Task Change(NoticeId id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Notice>> how) =>
        lived.Read(db => db.Notices.Where(n => n.Id == id).ExecuteUpdateAsync(how));

    private Task Raise(CheckIn by, Instant at, MemberId? contact) => lived.Read(async db =>
    {
        var told = contact is null ? [] : new[] { Town.Coordinator.Member };
        db.Add(new Concern(by.CommunityId, ConcernKind.HelpAskedFor, by.Member, by.Id.Value, told, at, contact));
        return await db.SaveChangesAsync();
    });

    private Task Withdraw(Instant raised) => lived.Read(async db =>
    {
        var ids = await db.Concerns.Where(c => c.RaisedAt == raised).Select(c => c.Id).ToListAsync();
        var subjects = ids.Select(id => id.Value).ToList();
        await db.Notices.Where(n => subjects.Contains(n.Subject)).ExecuteDeleteAsync();
        return await db.Concerns.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync();
    });
}
