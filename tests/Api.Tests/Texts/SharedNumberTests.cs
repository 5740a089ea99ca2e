using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>A number that reaches two people: nobody can know who of them texted.</summary>
public sealed class SharedNumberTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of each community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_call_is_made_for_each_person_at_the_number(bool haveAccounts)
    {
        var (one, other) = await AskedOneAfterTheOther();
        if (!haveAccounts) foreach (var pair in new[] { one, other }) await LosesItsAccount(pair);

        Assert.Equal(TextedReply.SomeoneIsTold, await _host.Text(Number, "3"));

        foreach (var pair in new[] { one, other })
        {
            Assert.Equal(1, await Told(pair.Mentor, pair, "someone-asks-for-contact"));
            Assert.Equal("help-asked-for", Assert.Single(await Concerns(pair)));
        }
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_call_that_is_told_for_one_of_them_is_not_answered_as_if_nobody_were_there(bool lastIsTold)
    {
        var (first, last) = await AskedOneAfterTheOther();
        var (told, untold) = lastIsTold ? (last, first) : (first, last);
        await HasNobody(untold);

        Assert.Equal(TextedReply.SomeoneIsTold, await _host.Text(Number, "3"));

        Assert.Equal(1, await Told(told.Mentor, told, "someone-asks-for-contact"));
    }

    [Fact]
    public async Task Words_go_to_the_coordinators_of_each_person_at_the_number()
    {
        var (one, other) = await AskedOneAfterTheOther();

        Assert.Equal(TextedReply.PersonLooks, await _host.Text(Number, "I do not know what to do"));

        foreach (var pair in new[] { one, other }) Assert.Equal("message-unread", Assert.Single(await Concerns(pair)));
    }

    [Theory]
    [InlineData("1"), InlineData("2")]
    public async Task A_digit_answers_for_the_one_who_was_texted_last_and_for_nobody_else(string digit)
    {
        var (one, other) = await AskedOneAfterTheOther();

        Assert.Equal(TextedReply.Thanks, await _host.Text(Number, digit));
        Assert.Equal(("sent", "answered"), (await one.State(), await other.State()));

        Assert.Equal(TextedReply.NothingOpen, await _host.Text(Number, digit));
        Assert.Equal("sent", await one.State());
    }

    [Fact]
    public async Task A_note_of_the_other_that_is_still_open_is_not_answered_by_a_late_one_of_who_was_texted_last()
    {
        var pair = await IntroducedPair.In(_host);
        var other = await IntroducedPair.In(_host);
        foreach (var each in new[] { pair, other }) await TextsHost.Choose(each, new { sms = true });
        await _host.Send(new AddPlan(
            new(other.Community.Id, other.Newcomer.Id, Roles.Newcomer), other.Pairing, Layer.Daily, "daily", "19:00", "Europe/Dublin"));
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await Ask(pair);
        _host.Clock.MoveTo(IntroducedPair.FirstDue + Duration.FromHours(1));
        await Ask(other);
        await _host.Inside(other.Community.Id, services => services.GetRequiredService<MentorshipDb>().CheckIns
            .Where(c => c.Layer == Layer.Weekly).ExecuteUpdateAsync(c => c.SetProperty(x => x.State, CheckInState.Answered)));
        _host.Clock.Advance(Duration.FromHours(20)); // the daily one is over, the weekly one of the first person is not

        Assert.Equal(TextedReply.Thanks, await _host.Text(Number, "1"));

        Assert.Equal("sent", await pair.State());
        var answered = await IntroducedPair.Items(other.Newcomer, $"{other.Path}/check-ins");
        Assert.Single(answered, c => c.GetProperty("answeredLate").GetBoolean());
    }

    public async Task DisposeAsync()
    {
        var gateway = _host.Gateway;
        await _host.DisposeAsync();
        await gateway.DisposeAsync();
    }

    private async Task<(IntroducedPair First, IntroducedPair Last)> AskedOneAfterTheOther()
    {
        var (first, last) = (await IntroducedPair.In(_host), await IntroducedPair.In(_host));
        foreach (var pair in new[] { first, last }) await TextsHost.Choose(pair, new { sms = true });
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await Ask(first);
        _host.Clock.Advance(Duration.FromMinutes(1));
        await Ask(last);
        return (first, last);
    }

    private async Task Ask(IntroducedPair pair)
    {
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
    }

    private Task LosesItsAccount(IntroducedPair pair) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Members.Where(m => m.Id == pair.Newcomer.Id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.AccountId, (Domain.AccountId?)null)));

    /// <summary>No contact any more, and the one coordinator is not to hear of them.</summary>
    private async Task HasNobody(IntroducedPair pair)
    {
        await pair.Post(pair.Newcomer, "end");
        await _host.Inside(pair.Community.Id, services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            db.Add(new Block(pair.Community.Id, pair.Newcomer.Id, pair.Community.Coordinator.Id, BlockReason.Block, _host.Clock.Now));
            return db.SaveChangesAsync();
        });
    }

    private static async Task<IReadOnlyList<string?>> Concerns(IntroducedPair pair)
    {
        var concerns = await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns");
        return [.. concerns.Select(c => c.GetProperty("kind").GetString())];
    }

    private static async Task<int> Told(Person person, IntroducedPair pair, string kind) =>
        (await IntroducedPair.Items(person, $"{pair.Community.Path}/inbox")).Count(n => n.GetProperty("kind").GetString() == kind);
}
