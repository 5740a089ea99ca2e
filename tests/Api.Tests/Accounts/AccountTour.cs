using System.Net.Http.Json;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Accounts;

/// <summary>Every path of accounts in one go, with words that can be recognised; answers the tokens that were given out.</summary>
internal sealed class AccountTour(AccountHost host)
{
    private const string Address = "markeraddress@marker.example", Invited = "markerinvited@marker.example";
    private const string Words = "marker-words of Vilnius by night";
    private readonly List<string> _secrets = [];

    public async Task<IReadOnlyList<string>> Drive()
    {
        await Post("accounts", new { email = Address, password = Words, statedAdult = true });
        await Post("accounts/confirmation", new { token = await Token(Address), password = Words });
        await Post("accounts", new { email = Address, password = Words, statedAdult = true });
        await host.SendMail();
        await host.TrySignIn(Address, Words + " wrong");
        await Post("accounts/reset-request", new { email = Address });
        await Post("accounts/reset", new { token = await Token(Address), password = Words + " again" });
        for (var i = 0; i < 7; i++) await host.TrySignIn("markeraddress-unknown@marker.example", Words);
        var tokens = await host.SignIn(Address, Words + " again");
        _secrets.AddRange([tokens.AccessToken, tokens.RefreshToken]);
        await Post("sessions/refresh", new { refreshToken = tokens.RefreshToken });
        await Join();
        await Post("accounts/reset-request", new { email = Address }); // still waiting in the outbox
        await host.Send(new ForgetExpired());
        return _secrets;
    }

    private async Task Join()
    {
        var community = await SampleCommunity.In(host);
        var invitation = new { email = Invited, roles = new[] { "mentor" } };
        await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/invitations", invitation);
        var me = host.Caller(token: (await host.SignIn(Address, Words + " again")).AccessToken);
        var acceptance = new { token = await Token(Invited), displayName = "Markername" };
        var joined = await me.PostAsJsonAsync("/api/v1/invitations/acceptance", acceptance);
        Assert.True(joined.IsSuccessStatusCode);
        await me.GetAsync("/api/v1/me");
    }

    private async Task<string> Token(string address)
    {
        var token = await host.TokenTo(address);
        _secrets.Add(token);
        return token;
    }

    private async Task Post(string path, object body)
    {
        var answer = await host.Caller().PostAsJsonAsync($"/api/v1/{path}", body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
    }
}
