using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Http.Repeats;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Http;

/// <summary>A request under a key that the database chooses as the victim: it is done once, and its answer is whole.</summary>
public class DeadlockTests
{
    private static readonly object Ask = new { pathway = "aa", kind = "sponsor" };

    [PostgreSqlTheory]
    [InlineData("40P01", "\"Requests\"")]
    [InlineData("40001", "\"Requests\"")]
    [InlineData("40P01", "\"KeptAnswers\"")] // the work was done, and its answer is about to be kept
    [InlineData("40001", "\"KeptAnswers\"")]
    public async Task The_victim_of_a_deadlock_is_done_again_whole_and_once(string state, string table)
    {
        await using var host = await EngineHost.On(Engine.PostgreSql);
        var community = await SampleCommunity.In(host.Api);
        await host.Api.Inside(community.Id, services => FailOnce(services.GetRequiredService<MentorshipDb>(), state, table));
        await IsDoneOnce(host.Api, community, await community.Newcomer());
    }

    [PostgreSqlFact]
    public async Task Two_that_wait_for_each_other_end_with_one_whole_answer()
    {
        await using var host = await EngineHost.On(Engine.PostgreSql);
        var community = await SampleCommunity.In(host.Api);
        var newcomer = await community.Newcomer();
        var sent = await await host.Api.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"set local deadlock_timeout = '1min'"); // the other looks first
            db.Add(new MentorRequest(community.Id, newcomer.Id, "aa", RelationshipKind.Sponsor, Wishes.None, host.Api.Clock.Now));
            await db.SaveChangesAsync();
            var request = Send(newcomer, community, "one key");
            while (!request.IsCompleted && await host.Api.Inside(community.Id, Waiting) == 0) await Task.Yield();
            await db.Database.ExecuteSqlAsync($"select 1 from \"Members\" where \"Id\" = {newcomer.Id.Value} for update");
            return request; // and this transaction is undone
        });
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        await IsDoneOnce(host.Api, community, newcomer, "one key");
        Assert.Contains(host.Api.Log.All, line => line.Contains("AskForMentor ended by"));
    }

    private static async Task IsDoneOnce(ApiHost host, SampleCommunity community, Person newcomer, string key = "a key")
    {
        var (first, again) = (await Send(newcomer, community, key), await Send(newcomer, community, key));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(1, await host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Requests.CountAsync()));
    }

    private static Task<HttpResponseMessage> Send(Person person, SampleCommunity community, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{community.Path}/requests") { Content = JsonContent.Create(Ask) };
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key.Replace(' ', '-'));
        return person.Http.SendAsync(request);
    }

    /// <summary>The first write of what the request writes fails as the engine would make it fail; a sequence counts across what is undone.</summary>
    private static Task<int> FailOnce(MentorshipDb db, string state, string table)
    {
        var sql = $"""
            create sequence times;
            create function fail_once() returns trigger language plpgsql as $$
            begin
                if nextval('times') = 1 then raise exception 'forced' using errcode = '{state}'; end if;
                return new;
            end $$;
            create trigger fail_once before {(table == "\"Requests\"" ? "insert" : "update")} on {table} for each row execute function fail_once();
            """;
        return db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Asked outside of any transaction, inside of which PostgreSQL goes on saying what it said first.</summary>
    private static Task<int> Waiting(IServiceProvider services) => services.GetRequiredService<MentorshipDb>().Database
        .SqlQuery<int>($"select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
        .SingleAsync();
}
