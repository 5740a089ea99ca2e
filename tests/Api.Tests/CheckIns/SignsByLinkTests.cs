using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Who sends a form by a link is there, whatever becomes of what they sent.</summary>
public sealed class SignsByLinkTests : IDisposable
{
    private const string FirstNote = "say that you are fine";

    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("sends", false), InlineData("asks", false), InlineData("looks", true)]
    public async Task Who_sends_each_day_s_form_an_hour_too_late_is_heard_and_who_only_opens_it_is_not(string does, bool isTold)
    {
        var pair = await IntroducedPair.In(_host);
        var newcomer = new Actor(pair.Community.Id, pair.Newcomer.Id, Roles.Newcomer);
        await _host.Send(new AddPlan(newcomer, pair.Pairing, Layer.Daily, "daily", "19:00", "Europe/Dublin"));
        for (var day = Instant.FromUtc(2026, 10, 20, 18, 0); day < Instant.FromUtc(2026, 10, 24, 0, 0); day += Duration.FromDays(1))
        {
            await pair.Live(day + Duration.FromHours(13));
            var (stranger, link) = (_host.CreateClient(), LatestLink(pair));
            Assert.Contains("This note is closed", await stranger.GetStringAsync(link));
            if (does == "sends") await stranger.PostAsync(link, new FormUrlEncodedContent([new("q.today", "good")]));
            if (does == "asks") await stranger.PostAsync(link + "?handler=Contact", null);
        }
        await pair.Live(Instant.FromUtc(2026, 10, 24, 12, 0));

        Assert.Equal(isTold, _host.Mail.To(pair.Newcomer.Email).Any(m => m.Contains(FirstNote)));
    }

    [Theory]
    [InlineData(true, false), InlineData(false, true)]
    public async Task Who_sends_each_day_s_form_with_nothing_filled_in_is_heard(bool sends, bool isTold)
    {
        var pair = await IntroducedPair.In(_host);
        var newcomer = new Actor(pair.Community.Id, pair.Newcomer.Id, Roles.Newcomer);
        await _host.Send(new AddPlan(newcomer, pair.Pairing, Layer.Daily, "daily", "19:00", "Europe/Dublin"));
        for (var day = Instant.FromUtc(2026, 10, 20, 18, 0); day < Instant.FromUtc(2026, 10, 24, 0, 0); day += Duration.FromDays(1))
        {
            await pair.Live(day + Duration.FromHours(1));
            var empty = sends ? await _host.CreateClient().PostAsync(LatestLink(pair), new FormUrlEncodedContent([new("q.today", "")])) : null;
            Assert.NotEqual(true, empty?.IsSuccessStatusCode);
        }
        await pair.Live(Instant.FromUtc(2026, 10, 24, 12, 0));

        Assert.Equal(isTold, _host.Mail.To(pair.Newcomer.Email).Any(m => m.Contains(FirstNote)));
    }

    [Fact]
    public async Task I_m_fine_by_a_note_of_before_is_a_sign_of_life_in_the_silence_of_now()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 11, 4, 9, 0));
        var (stranger, link) = (_host.CreateClient(), _host.Mail.LinkTo(pair.Newcomer.Email));
        await stranger.PostAsync(link, null);
        await pair.Live(Instant.FromUtc(2026, 11, 18, 9, 0));
        Assert.Equal(2, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains(FirstNote)));

        Assert.Contains("There is nothing more to do", await (await stranger.PostAsync(link, null)).Content.ReadAsStringAsync());

        await pair.Live(Instant.FromUtc(2026, 11, 20, 12, 0));
        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
        var ended = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Silences.OrderBy(s => s.BeganAt).Select(s => s.EndedBy).ToListAsync());
        Assert.Equal([SilenceEnd.SaidFine, SilenceEnd.SignOfLife], ended.OfType<SilenceEnd>());
    }

    public void Dispose() => _host.Dispose();

    private string LatestLink(IntroducedPair pair)
    {
        var mail = _host.Mail.To(pair.Newcomer.Email).Last(m => m.Contains("/c/"));
        return mail[mail.IndexOf("/c/", StringComparison.Ordinal)..].Split()[0];
    }
}
