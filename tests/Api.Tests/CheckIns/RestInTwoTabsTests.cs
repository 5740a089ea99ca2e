using System.Net;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Members;
using Mentorship.Engines;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Somebody changes their days off in two tabs, or on two devices, in the same moment.</summary>
public sealed class RestInTwoTabsTests
{
    private const string Add = "/rest?handler=Add", TakeAway = "/rest?handler=TakeAway";

    private static readonly (string, string)[] November = [("from", "2026-11-01"), ("to", "2026-11-03")];
    private static readonly (string, string)[] Christmas = [("from", "2026-12-24"), ("to", "2026-12-26")];

    [EveryEngine]
    public async Task Of_two_stretches_that_are_added_both_are_kept(Engine engine) =>
        Assert.Equal(["2026-11-01/2026-11-03", "2026-12-24/2026-12-26"], await Left(engine, kept: [], (Add, November), meanwhile: (Add, Christmas)));

    [EveryEngine]
    public async Task One_that_is_taken_away_stays_away_and_one_that_is_added_stays_there(Engine engine)
    {
        Assert.Equal(["2026-12-24/2026-12-26"], await Left(engine, [November], (Add, Christmas), meanwhile: (TakeAway, November)));
        Assert.Equal(["2026-12-24/2026-12-26"], await Left(engine, [November], (TakeAway, November), meanwhile: (Add, Christmas)));
    }

    /// <summary>What is left where the second tab is sent after the first one has read and before it saves.</summary>
    private static async Task<IReadOnlyList<string>> Left(
        Engine engine, (string, string)[][] kept, (string Form, (string, string)[] Typed) first, (string Form, (string, string)[] Typed) meanwhile)
    {
        await using var database = await TestDatabase.New(engine);
        var between = new Meanwhile();
        await using var host = new InterceptedHost(database, between);
        var community = await SampleCommunity.In(host);
        var person = await community.Newcomer();
        foreach (var typed in kept) await Send(await Tab(host, person), (Add, typed), community);
        var (one, other) = (await Tab(host, person), await Tab(host, person));
        between.Before<Member>(() => Send(other, meanwhile, community));

        await Send(one, first, community);

        Assert.True(between.IsOver);
        var spans = (await person.Read($"{community.Path}/members/me/days-off")).GetProperty("spans").EnumerateArray();
        return [.. spans.Select(s => $"{s.GetProperty("from").GetString()}/{s.GetProperty("to").GetString()}")];
    }

    private static Task<Browser> Tab(ApiHost host, Person person)
    {
        var http = host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        http.DefaultRequestHeaders.Add(SignedInByHeader.Header, person.Account.ToString());
        return new Browser(http).Open("/rest");
    }

    private static async Task Send(Browser tab, (string Form, (string, string)[] Typed) what, SampleCommunity community)
    {
        await tab.Send(what.Form, [("community", community.Id.ToString()), .. what.Typed]);
        Assert.Equal((HttpStatusCode.Redirect, "/rest?kept=yes"), (tab.Status, tab.Location?.ToString()));
    }
}
