using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Http.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Accounts;

/// <summary>The service with real sign-in, callers from any network, and a page that signs in.</summary>
public class AccountHost(Dictionary<string, string>? settings = null, string engine = "sqlite", string? connection = null)
    : ApiHost(engine, connection)
{
    public const string Password = "seven grey geese fly over Tallinn";
    private const string Network = "X-Test-Network";

    public HttpClient Caller(string address = "192.0.2.1", string? token = null)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Add(Network, address);
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public Task<AccountId> Open(string email, string password = Password) => Send(new OpenAccount(email, password));

    /// <summary>One that nobody has used: a host may serve many tests.</summary>
    public static string NewAddress() => $"{Guid.NewGuid():N}@people.example";

    public Task<HttpResponseMessage> TrySignIn(string email, string password, string network = "192.0.2.1") =>
        Caller(network).PostAsJsonAsync("/api/v1/sessions", new { email, password });

    internal async Task<Tokens> SignIn(string email, string password = Password)
    {
        var answer = await TrySignIn(email, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Tokens>())!;
    }

    public async Task<HttpStatusCode> MeWith(string token) => (await Caller(token: token).GetAsync("/api/v1/me")).StatusCode;

    public Task SendMail() => Send(new SendAccountMail());

    public async Task<string> TokenTo(string address)
    {
        await SendMail();
        return Mail.LinkTo(address).Split('/')[^1];
    }

    public async Task<T> Read<T>(Func<MentorshipDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<MentorshipDb>());
    }

    public static async Task<string?> CodeOf(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (problem.TryGetProperty("errors", out var errors) ? errors[0] : problem).GetProperty("code").GetString();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (key, value) in settings ?? []) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Callers>());
    }

    private sealed class Callers : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                if (http.Request.Headers.TryGetValue(Network, out var address))
                    http.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
                return following(http);
            });
            app.Map("/test/sign-in", page => page.Run(SignIn));
            app.Map("/test/sign-out", page => page.Run(http => http.SignOutOfPages()));
            app.MapWhen(http => http.Request.Path == "/some/page", page => page.Run(LetIn));
            next(app);
        };

        private static async Task LetIn(HttpContext http)
        {
            if ((await http.AuthenticateAsync(AccountSchemes.Pages)).Succeeded) http.Response.StatusCode = StatusCodes.Status404NotFound;
            else await http.ChallengeAsync(AccountSchemes.Pages);
        }

        // As a page does it.
        private static async Task SignIn(HttpContext http)
        {
            var command = new CheckPassword(http.Request.Query["email"], http.Request.Query["password"], CallerNetwork.Of(http));
            if (await http.RequestServices.GetRequiredService<IMediator>().Send(command) is { } password) await http.SignInToPages(password);
        }
    }
}

/// <summary>One host for the tests of a class; each has accounts of its own in it.</summary>
public sealed class SharedAccounts() : AccountHost();

internal sealed record Tokens(string AccessToken, int ExpiresIn, string RefreshToken, int RefreshExpiresIn);
