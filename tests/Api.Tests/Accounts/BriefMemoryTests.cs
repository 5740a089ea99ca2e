using System.Net;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class BriefMemoryTests : IDisposable
{
    private const string Address = "someone@people.example";
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-memory-").FullName;
    private readonly AccountHost _host;
    private readonly TestClock _clock = new(Instant.FromUtc(2026, 10, 20, 12, 0));

    public BriefMemoryTests() => _host = NewHost();

    [Fact]
    public async Task Signed_out_here_it_is_refused_here_at_once()
    {
        var tokens = await SignedIn();
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(tokens.AccessToken));
        await _host.Caller(token: tokens.AccessToken).DeleteAsync("/api/v1/sessions");
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(tokens.AccessToken));
    }

    [Fact]
    public async Task Signed_out_on_another_host_it_is_remembered_here_for_a_second_and_then_refused()
    {
        var tokens = await SignedIn();
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(tokens.AccessToken));
        using var other = NewHost();
        await other.Caller(token: tokens.AccessToken).DeleteAsync("/api/v1/sessions/current");
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(tokens.AccessToken));
        _host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(tokens.AccessToken));
    }

    [Fact]
    public async Task A_token_that_is_remembered_ends_at_its_time_all_the_same()
    {
        var tokens = await SignedIn();
        _host.Clock.Advance(Sessions.Access - Duration.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(tokens.AccessToken));
        _host.Clock.Advance(Duration.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(tokens.AccessToken));
    }

    [Fact]
    public async Task A_role_given_here_counts_here_at_once_and_on_another_host_after_a_second()
    {
        var community = await SampleCommunity.In(_host);
        var person = await community.Newcomer();
        using var other = NewHost();
        var there = other.CreateClient();
        there.DefaultRequestHeaders.Add(SignedInByHeader.Header, person.Account.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, await Review(person.Http, community));
        Assert.Equal(HttpStatusCode.Forbidden, await Review(there, community));
        await GiveRole(community, person);
        Assert.Equal(HttpStatusCode.OK, await Review(person.Http, community));
        other.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await Review(there, community));
    }

    [Fact]
    public async Task What_changed_while_it_was_looked_up_is_not_kept()
    {
        var memory = new BriefMemory<string, string>(new SteadyTestTime(_clock));
        await memory.Get("key", () => { memory.Forget("key"); return Task.FromResult<string?>("old"); });
        Assert.Equal("new", await memory.Get("key", () => Task.FromResult<string?>("new")));
    }

    [Fact]
    public async Task What_is_forgotten_by_what_it_says_is_looked_up_again_and_nothing_else_is()
    {
        var memory = new BriefMemory<int, string>(new SteadyTestTime(_clock));
        foreach (var key in new[] { 1, 2 }) await memory.Get(key, () => Task.FromResult<string?>($"old {key}"));
        memory.Forget(known => known == "old 1");
        Assert.Equal("new", await memory.Get(1, () => Task.FromResult<string?>("new")));
        Assert.Equal("old 2", await memory.Get(2, () => Task.FromResult<string?>("new")));
    }

    [Fact]
    public async Task What_was_not_found_is_looked_up_again()
    {
        var memory = new BriefMemory<string, string>(new SteadyTestTime(_clock));
        Assert.Null(await memory.Get("key", () => Task.FromResult<string?>(null)));
        Assert.Equal("there", await memory.Get("key", () => Task.FromResult<string?>("there")));
    }

    [Fact]
    public async Task It_holds_no_more_than_its_most()
    {
        var (memory, looked) = (new BriefMemory<int, string>(new SteadyTestTime(_clock)), 0);
        for (var key = 0; key <= BriefMemory<int, string>.Most; key++) await Get(key);
        await Get(BriefMemory<int, string>.Most);
        Assert.Equal(BriefMemory<int, string>.Most + 1, looked);
        await Get(0);
        Assert.Equal(BriefMemory<int, string>.Most + 2, looked);

        async Task Get(int key) => await memory.Get(key, () => Task.FromResult<string?>($"{looked++}"));
    }

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private AccountHost NewHost() => new(connection: $"Data Source={Path.Combine(_folder, "shared.db")}");

    private async Task<Tokens> SignedIn()
    {
        await _host.Open(Address);
        return await _host.SignIn(Address);
    }

    private static async Task<HttpStatusCode> Review(HttpClient caller, SampleCommunity community) =>
        (await caller.GetAsync($"{community.Path}/pairings/for-review")).StatusCode;

    private Task<int> GiveRole(SampleCommunity community, Person person) => _host.Inside(community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        (await db.Members.FirstAsync(m => m.Id == person.Id)).Grant(Roles.Coordinator);
        return await db.SaveChangesAsync();
    });
}
