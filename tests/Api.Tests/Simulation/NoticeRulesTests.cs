using Mentorship.Api.Simulation;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Notices.Sms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Simulation;

/// <summary>What leaves: to whom, by which way, when, and with which words.</summary>
public sealed class NoticeRulesTests(LivedTown lived) : BrokenOnPurpose(lived)
{
    [Fact]
    public async Task A_note_to_somebody_else_is_seen()
    {
        var (note, other) = (await ANote(), Town.People.Last().Me.Member);
        await Change(note.Id, n => n.SetProperty(x => x.Recipient, other));
        var broken = await Look();
        await Change(note.Id, n => n.SetProperty(x => x.Recipient, note.Recipient));
        AssertSeen("went to somebody whom it is not for", broken);
        AssertSeen("went to another address", broken);
        await IsWhole();
    }

    [Fact]
    public async Task A_note_that_left_after_its_pairing_had_closed_is_seen()
    {
        var note = await ANote();
        var pairing = (await CheckInOf(note)).Pairing;
        await Close(pairing, note.SentAt - Duration.FromMinutes(1));
        var broken = await Look();
        await Close(pairing, null);
        AssertSeen("left after its pairing had closed", broken);
        await IsWhole();
    }

    [Fact]
    public async Task A_note_by_a_channel_that_was_off_is_seen()
    {
        var person = Town.Find((await ANote()).Recipient)!;
        person.Hears(Town.Yesterday - Duration.FromHours(1), email: false);
        var broken = await Look();
        person.Hears(Town.Yesterday - Duration.FromHours(1), email: true);
        AssertSeen("left by a channel that was off", broken);
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
        var broken = await Look();
        Town.Deliveries[mail] = rightly;
        Town.Deliveries.RemoveAt(Town.Deliveries.Count - 1);
        AssertSeen("went to another address", broken);
        AssertSeen("reached their number", broken);
        await IsWhole();
    }

    [Fact]
    public async Task A_note_before_its_time_is_seen()
    {
        var note = await ANote();
        var due = (await CheckInOf(note)).DueAt;
        await Due(new(note.Subject), note.SentAt!.Value + Duration.FromMinutes(1));
        var broken = await Look();
        await Due(new(note.Subject), due);
        AssertSeen("left before its time", broken);
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

    [Fact]
    public async Task A_text_to_somebody_who_had_ended_texts_is_seen()
    {
        var person = Town.People.First(p => !p.HadTexts);
        var texts = new TextReplies(Town);
        await texts.Say(person, "HELP");
        Assert.Contains("had ended texts and got one more", Assert.Single(texts.Broken), StringComparison.Ordinal);
        await IsWhole();
    }

    [Fact]
    public async Task A_note_in_the_night_is_seen_though_the_service_thinks_that_its_hour_was_chosen_and_one_at_a_chosen_hour_is_none()
    {
        var note = await ANote();
        var (asked, person) = (await CheckInOf(note), Town[note.Recipient]);
        var night = LatestAt(new LocalTime(3, 5), person.ZoneAt(Now));
        await Leave(note.Id, night, night);
        await Ask(asked.Id, night, atChosenHour: true);
        var unchosen = await Look();
        var chosen = person.HourOf(asked.Plan);
        person.Chooses(asked.Plan, new LocalTime(3, 0));
        var theirs = await Look();
        person.Chooses(asked.Plan, chosen);
        await Leave(note.Id, note.CreatedAt, note.SentAt!.Value);
        await Ask(asked.Id, asked.DueAt, asked.IsAtChosenHour);
        AssertSeen("left in quiet hours", unchosen);
        Assert.DoesNotContain(theirs, b => b.Contains("left in quiet hours", StringComparison.Ordinal));
        await IsWhole();
    }

    private Task Leave(NoticeId id, Instant created, Instant sent) =>
        Change(id, n => n.SetProperty(x => x.CreatedAt, created).SetProperty(x => x.SentAt, sent));

    private Task Ask(CheckInId id, Instant due, bool atChosenHour) => Read(db => db.CheckIns.Where(c => c.Id == id)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.DueAt, due).SetProperty(x => x.IsAtChosenHour, atChosenHour)));

    private Instant LatestAt(LocalTime time, string zone)
    {
        var today = Now.InZone(Zones.Get(zone)).Date;
        return new[] { today, today.PlusDays(-1) }.Select(day => day.At(time).InZoneLeniently(Zones.Get(zone)).ToInstant())
            .First(at => at < Now);
    }
}
