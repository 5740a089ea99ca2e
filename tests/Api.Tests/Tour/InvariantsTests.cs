using Mentorship.Api.Tour;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Notices.Sms;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Mentorship.Api.Tests.Tour;

/// <summary>Each invariant of the tour is broken once on purpose, in a small world that holds it, and is seen.</summary>
public sealed class InvariantsTests : IAsyncLifetime
{
    /// <summary>On the next day London has no 01:30.</summary>
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 27, 12, 0);

    private readonly VirtualHost _host = new(Now);
    private CommunityId _community;
    private MentorRequest _request = null!;
    private Pairing _offer = null!;
    private CheckIn _checkIn = null!;

    public async Task InitializeAsync()
    {
        await _host.Prepare();
        _community = (await _host.Found("Riverside")).Community;
        await In(db => Fill(db));
    }

    [Fact]
    public async Task A_world_that_holds_them_is_whole_also_where_an_hour_is_left_out_and_its_tour_ends_with_0()
    {
        Assert.Equal(Instant.FromUtc(2027, 3, 28, 1, 0), await In(db => db.Plans.Select(p => p.NextDueAt).SingleAsync()));
        Assert.Empty(await Broken());
        Assert.Equal(0, await TourCommand.Conclude(await Broken(), TextWriter.Null));
    }

    [Fact]
    public async Task A_tour_that_saw_one_broken_says_which_and_ends_with_1()
    {
        await Due(Now);
        var output = new StringWriter();
        Assert.Equal(1, await TourCommand.Conclude([.. await Broken(), .. await Broken()], output));
        Assert.Contains("BROKEN: plan ", output.ToString());
        Assert.Contains("1 invariants broke.", output.ToString());
    }

    [Fact]
    public async Task A_mentor_beyond_their_capacity_is_seen()
    {
        await In(db =>
        {
            var second = new Pairing(_request, _offer.Mentor, 0, "{}", Now);
            second.Approve(1, Duration.FromHours(72), Now);
            db.Add(second);
            return db.SaveChangesAsync();
        });
        await Sees("holds 2 of 1 places and counts 1");
    }

    [Fact]
    public async Task A_contact_that_is_shown_to_the_mentor_before_both_said_yes_is_seen()
    {
        await Introduce();
        await Sees("shows its mentor contact details before both said yes");
    }

    [Fact]
    public async Task A_contact_that_is_shown_to_the_newcomer_after_the_mentors_yes_alone_is_seen()
    {
        await In(db => db.Pairings.ExecuteUpdateAsync(p => p.SetProperty(x => x.MentorAcceptedAt, Now)));
        Assert.Empty(await Broken());
        await Introduce();
        await Sees("shows its newcomer contact details before both said yes");
    }

    [Fact]
    public async Task A_check_in_that_is_mailed_twice_is_seen()
    {
        var note = await In(db => db.Notices.Where(n => n.Subject == _checkIn.Id.Value).Select(n => n.Id).SingleAsync());
        await Mail(note.ToString());
        Assert.Empty(await Broken());
        await Mail(note.ToString());
        await Sees($"check-in {_checkIn.Id.Value} was mailed 2 times");
    }

    [Fact]
    public async Task A_plan_that_is_due_at_another_hour_than_its_own_is_seen()
    {
        await Due(Instant.FromUtc(2027, 3, 28, 0, 30));
        await Sees("is due at a wrong local time");
    }

    [Fact]
    public async Task A_telling_word_in_a_mail_or_a_text_and_an_address_in_the_log_are_seen()
    {
        await Mail("1", "Are you sober?");
        await Sees("a notice holds the words");
        await _host.Phones.Send(new SmsMessage("+15550000001", "Are you sober?"));
        await Sees("a text holds the words");
        ((ILogger)_host.Log).LogInformation("It went to {Address}", "somebody@example.org");
        await Sees("tells too much");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private async Task<int> Fill(MentorshipDb db)
    {
        var mentor = new Member(_community, "Mentor A.", Roles.Mentor, new Profile(), Now);
        mentor.OfferToMentor(new MentorOffer { Kinds = Kinds.Sponsor, Capacity = 1 }, Now);
        mentor.TakePlace();
        var newcomer = new Member(_community, "Newcomer B.", Roles.Newcomer, new Profile(), Now);
        _request = new MentorRequest(_community, newcomer.Id, "aa", RelationshipKind.Sponsor, Wishes.None, Now);
        _request.Offer();
        _offer = new Pairing(_request, mentor.Id, 0, "{}", Now);
        _offer.Approve(0, Duration.FromHours(72), Now);
        var times = new PlanTimes(Rhythm.Parse("daily"), new LocalTime(1, 30), "Europe/London");
        var plan = new CheckInPlan(_community, _offer.Id, newcomer.Id, Layer.Daily, times, Now - Duration.FromDays(1));
        _checkIn = plan.TakeDue(Now)[0];
        db.AddRange(mentor, newcomer, _request, _offer, plan, _checkIn);
        return await db.SaveChangesAsync();
    }

    private Task<T> In<T>(Func<MentorshipDb, Task<T>> work) => _host.Read(_community, work);

    private Task<IReadOnlyList<string>> Broken() => new Invariants(_host, _community).Broken();

    private async Task Sees(string sentence) => Assert.Contains(await Broken(), b => b.Contains(sentence, StringComparison.Ordinal));

    /// <summary>As if it were, though the newcomer never said yes.</summary>
    private Task Introduce() => In(db => db.Pairings.ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PairingState.Introduced)));

    private Task Due(Instant at) => In(db => db.Plans.ExecuteUpdateAsync(p => p.SetProperty(x => x.NextDueAt, at)));

    private Task Mail(string id, string body = "A note is waiting.") =>
        _host.Post.Send(new EmailMessage(id, "somebody@example.org", "A note", body), CancellationToken.None);
}
