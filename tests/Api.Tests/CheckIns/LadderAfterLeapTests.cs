using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>The clock was ahead and is right again: what it wrote meanwhile does not keep the ladder from climbing.</summary>
public sealed class LadderAfterLeapTests : IDisposable
{
    private static readonly Instant Told = Instant.FromUtc(2026, 11, 4, 9, 0), Ahead = Told + Duration.FromDays(365);

    private readonly AccountHost _host = new();

    [Theory]
    [InlineData("answered"), InlineData("read"), InlineData("texted"), InlineData("fine"), InlineData("seen")]
    public async Task A_sign_of_life_of_a_time_that_has_not_come_is_none(string sign)
    {
        var pair = await IntroducedPair.In(_host);
        var account = await _host.Open(pair.Newcomer.Email);
        await pair.Live(Told);
        await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var checkIn = await db.CheckIns.OrderBy(c => c.DueAt).FirstAsync(c => c.Member == pair.Newcomer.Id);
            (await db.Members.SingleAsync(m => m.Id == pair.Newcomer.Id)).Link(account);
            if (sign == "texted") (await db.Members.SingleAsync(m => m.Id == pair.Newcomer.Id)).Heard(Ahead);
            if (sign == "fine") db.Add(Fine(checkIn));
            await db.SaveChangesAsync();
            return sign switch
            {
                "answered" => await db.CheckIns.Where(c => c.Id == checkIn.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.AnsweredAt, Ahead)),
                "read" => await db.Notices.Where(n => n.Recipient == pair.Newcomer.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, Ahead)),
                "seen" => await db.Users.ExecuteUpdateAsync(u => u.SetProperty(x => x.SeenAt, Ahead)),
                _ => 0,
            };
        });

        await pair.Live(Told + Duration.FromDays(2));

        Assert.Single(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
    }

    [Fact]
    public async Task What_somebody_was_told_at_a_time_that_has_not_come_cools_down_nobody()
    {
        var community = await SampleCommunity.In(_host);
        await QuietPairs.SentCheckIns(_host, community, 2);
        _host.Clock.Advance(Duration.FromHours(49));
        await _host.Send(new LapseCheckIns(Actor.System(community.Id), 100));
        await _host.Send(new ClimbLadder(Actor.System(community.Id), 100));
        await QuietPairs.Left(_host, community);
        await _host.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var silence = await db.Silences.AsNoTracking().FirstAsync();
            var mentor = (await db.Pairings.AsNoTracking().SingleAsync(p => p.Id == silence.Pairing)).Mentor;
            await db.Silences.Where(s => s.Id != silence.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.NextAt, (Instant?)null));
            return await db.RungsTaken.Where(t => t.Silence != silence.Id).ExecuteUpdateAsync(t => t
                .SetProperty(x => x.Rung, RungCode.Mentor).SetProperty(x => x.Told, mentor).SetProperty(x => x.At, Ahead));
        });

        _host.Clock.Advance(Duration.FromDays(1));
        await _host.Send(new ClimbLadder(Actor.System(community.Id), 100));

        Assert.Equal(1, (await QuietPairs.Counts(_host, community, RungCode.Mentor, NoticeKind.HelloMightBeWelcome)).Notices);
    }

    [Theory]
    [InlineData(4, 365, 1)] // the member was told first, and their hours seem to have passed while we were away
    [InlineData(6, 20, 1)] // and the mentor
    [InlineData(4, 365, 2)] // the mentor is told then
    public async Task A_silence_that_waits_for_a_time_of_then_climbs_by_the_clock_of_now(int day, int leap, int climbs)
    {
        var pair = await IntroducedPair.In(_host);
        var now = Instant.FromUtc(2026, 11, day, 9, 0);
        await pair.Live(now);
        _host.Clock.MoveTo(now + Duration.FromDays(leap));
        await _host.Send(new DispatchCheckIns(Actor.System(pair.Community.Id), 100)); // which ends every plan once the clock is right again
        for (var climb = 0; climb < climbs; climb++)
        {
            await _host.Send(new ClimbLadder(Actor.System(pair.Community.Id), 100));
            _host.Clock.Advance(Duration.FromHours(5));
        }
        _host.Clock.MoveTo(now);

        await Timetable.Standard.Get("restore-plans").Run(_host.Services.GetRequiredService<IServiceScopeFactory>(), default);
        await pair.Live(Instant.FromUtc(2026, 11, 10, 12, 0));

        Assert.Equal([RungCode.Repeat, RungCode.MemberFirst, RungCode.Mentor, RungCode.Coordinators], await Rungs(pair));
        Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
    }

    public void Dispose() => _host.Dispose();

    private static Silence Fine(CheckIn checkIn)
    {
        var fine = new Silence(checkIn);
        fine.SayFine(Ahead);
        return fine;
    }

    private async Task<IEnumerable<RungCode>> Rungs(IntroducedPair pair) => (await _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().RungsTaken.Select(r => r.Rung).ToListAsync())).Order();
}
