using System.Net.Http.Json;
using System.Text;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Accounts;

/// <summary>Drives every path of accounts with words that can be recognised, and looks for them where they must not be.</summary>
public sealed class NothingTellsTests : IDisposable
{
    private static readonly string[] Markers = ["markeraddress", "markerinvited", "marker-words", "Markername"];
    private const string Address = "markeraddress@marker.example", Invited = "markerinvited@marker.example", Words = "marker-words of Vilnius by night";
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("mentorship-test-").FullName, "test.db");
    private readonly AccountHost _host;
    private readonly List<string> _secrets = [];

    public NothingTellsTests() => _host = new AccountHost(connection: $"Data Source={_file}");

    [Fact]
    public async Task No_address_password_name_or_token_is_logged()
    {
        await Drive();
        Assert.NotEmpty(_host.Log.All);
        foreach (var secret in Markers.Concat(_secrets))
            Assert.DoesNotContain(_host.Log.All, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_address_password_or_token_is_in_the_database_s_file()
    {
        await Drive();
        var bytes = string.Concat(Directory.GetFiles(Path.GetDirectoryName(_file)!, "test.db*").Select(Contents));
        Assert.Contains("Riverside", bytes); // what is not sealed is found this way
        foreach (var secret in Markers.Where(m => m != "Markername").Concat(_secrets))
            Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("marker.example", bytes, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    private async Task Drive()
    {
        await Post("accounts", new { email = Address, password = Words, statedAdult = true });
        await Post("accounts/confirmation", new { token = await Token(Address) });
        await Post("accounts", new { email = Address, password = Words, statedAdult = true });
        await _host.SendMail();
        await _host.TrySignIn(Address, Words + " wrong");
        await Post("accounts/reset-request", new { email = Address });
        await Post("accounts/reset", new { token = await Token(Address), password = Words + " again" });
        for (var i = 0; i < 7; i++) await _host.TrySignIn("markeraddress-unknown@marker.example", Words);
        var tokens = await _host.SignIn(Address, Words + " again");
        _secrets.AddRange([tokens.AccessToken, tokens.RefreshToken]);
        await Post("sessions/refresh", new { refreshToken = tokens.RefreshToken });
        await Join();
        await Post("accounts/reset-request", new { email = Address }); // still waiting in the outbox
    }

    private async Task Join()
    {
        var community = await SampleCommunity.In(_host);
        await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/invitations", new { email = Invited, roles = new[] { "mentor" } });
        var me = _host.Caller(token: (await _host.SignIn(Address, Words + " again")).AccessToken);
        var joined = await me.PostAsJsonAsync("/api/v1/invitations/acceptance", new { token = await Token(Invited), displayName = "Markername" });
        Assert.True(joined.IsSuccessStatusCode);
        await me.GetAsync("/api/v1/me");
    }

    private async Task<string> Token(string address)
    {
        var token = await _host.TokenTo(address);
        _secrets.Add(token);
        return token;
    }

    private Task Post(string path, object body) => _host.Caller().PostAsJsonAsync($"/api/v1/{path}", body);

    private static string Contents(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
