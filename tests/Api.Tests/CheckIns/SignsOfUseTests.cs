using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Whoever uses the service is there, by a page as well as by a device, and that is not forgotten before the next miss.</summary>
public sealed class SignsOfUseTests : IDisposable
{
    private static readonly Instant Told = Instant.FromUtc(2026, 11, 4, 9, 0);

    private readonly AccountHost _host = new();

    [Fact]
    public async Task The_use_of_a_page_that_has_been_signed_in_for_days_is_a_sign_of_life()
    {
        var pair = await PairWithAccount();
        await pair.Live(Instant.FromUtc(2026, 10, 24, 12, 0));
        var page = _host.Caller();
        await page.GetAsync($"/test/sign-in?email={pair.Newcomer.Email}&password={Uri.EscapeDataString(AccountHost.Password)}");
        await pair.Live(Told);
        Assert.Contains(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("say that you are fine"));

        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync("/some/page")).StatusCode); // let in, and nothing is there
        await pair.Live(Told + Duration.FromDays(2));

        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
        Assert.Equal([SilenceEnd.SignOfLife], (await Silences(pair)).Select(s => s.EndedBy).OfType<SilenceEnd>());
    }

    [Fact]
    public async Task A_device_that_is_only_refreshed_is_a_sign_of_life()
    {
        var pair = await PairWithAccount();
        await pair.Live(Instant.FromUtc(2026, 10, 24, 12, 0));
        var tokens = await _host.SignIn(pair.Newcomer.Email);
        await pair.Live(Told);
        Assert.Contains(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("say that you are fine"));

        var refreshed = await _host.Caller().PostAsJsonAsync("/api/v1/sessions/refresh", new { refreshToken = tokens.RefreshToken });
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        await pair.Live(Told + Duration.FromDays(2));

        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
        Assert.Equal([SilenceEnd.SignOfLife], (await Silences(pair)).Select(s => s.EndedBy).OfType<SilenceEnd>());
    }

    [Fact]
    public async Task A_sign_of_life_outlasts_its_session_until_the_next_miss_of_a_rare_rhythm()
    {
        var pair = await IntroducedPair.In(_host);
        var plan = Assert.Single(await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/plans"), p => p.GetProperty("layer").GetString() == "weekly");
        await pair.Newcomer.Put($"{pair.Community.Path}/plans/{plan.GetProperty("id").GetGuid()}",
            new { layer = "weekly", rhythm = "every:20:2026-10-25", at = "18:00", zoneId = "Europe/Dublin" }).Is(HttpStatusCode.NoContent);
        await OpenAccount(pair);
        await pair.Live(Instant.FromUtc(2026, 10, 28, 12, 0)); // the first one is missed
        await _host.SignIn(pair.Newcomer.Email);
        await pair.Live(Instant.FromUtc(2026, 11, 14, 12, 0));
        await _host.Send(new ForgetExpired());
        await pair.Live(Instant.FromUtc(2026, 11, 17, 12, 0)); // and the second

        Assert.Equal([1, 1], (await Silences(pair)).Select(s => s.WeeklyMisses));
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("say that you are fine"));
    }

    [Fact]
    public async Task Of_many_uses_one_in_a_quarter_of_an_hour_is_written_by_either_door()
    {
        var address = AccountHost.NewAddress();
        await _host.Open(address);
        var began = _host.Clock.Now;
        var tokens = await _host.SignIn(address);
        var page = _host.Caller();
        await page.GetAsync($"/test/sign-in?email={address}&password={Uri.EscapeDataString(AccountHost.Password)}");
        Assert.Equal(began, await SeenAt());

        _host.Clock.Advance(Duration.FromMinutes(14));
        await page.GetAsync("/some/page");
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(tokens.AccessToken));
        Assert.Equal(began, await SeenAt());

        _host.Clock.Advance(Duration.FromMinutes(2));
        await page.GetAsync("/some/page");
        Assert.Equal(began + Duration.FromMinutes(16), await SeenAt());

        var again = await _host.SignIn(address);
        _host.Clock.Advance(Duration.FromMinutes(14));
        var refreshed = await _host.Caller().PostAsJsonAsync("/api/v1/sessions/refresh", new { refreshToken = again.RefreshToken });
        var next = (await refreshed.Content.ReadFromJsonAsync<Tokens>())!;
        _host.Clock.Advance(Duration.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(next.AccessToken));
        Assert.Equal(began + Duration.FromMinutes(35), await SeenAt());
    }

    [Fact]
    public async Task An_account_that_is_saved_whole_moves_no_sign_of_life_back()
    {
        var address = AccountHost.NewAddress();
        await _host.Open(address);
        var began = _host.Clock.Now;
        await _host.SignIn(address);
        await _host.Read(async db =>
        {
            var account = await db.Users.SingleAsync();
            await db.Users.ExecuteUpdateAsync(u => u.SetProperty(x => x.SeenAt, began + Duration.FromDays(1)));
            db.Update(account); // whole, as Identity does it
            return await db.SaveChangesAsync();
        });
        Assert.Equal(began + Duration.FromDays(1), await SeenAt());
    }

    public void Dispose() => _host.Dispose();

    private async Task<IntroducedPair> PairWithAccount()
    {
        var pair = await IntroducedPair.In(_host);
        await OpenAccount(pair);
        return pair;
    }

    private async Task OpenAccount(IntroducedPair pair)
    {
        var account = await _host.Open(pair.Newcomer.Email);
        await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            (await db.Members.SingleAsync(m => m.Id == pair.Newcomer.Id)).Link(account);
            return await db.SaveChangesAsync();
        });
    }

    private Task<Instant?> SeenAt() => _host.Read(db => db.Users.Select(u => u.SeenAt).SingleAsync());

    private Task<List<Silence>> Silences(IntroducedPair pair) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Silences.AsNoTracking().OrderBy(s => s.BeganAt).ToListAsync());
}
