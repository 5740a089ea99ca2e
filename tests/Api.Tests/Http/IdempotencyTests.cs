using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Http.Repeats;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Repeats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Http;

public sealed class IdempotencyTests(OneCommunity world) : IClassFixture<OneCommunity>
{
    private static readonly object Ask = new { pathway = "aa", kind = "sponsor" };

    [Fact]
    public async Task The_same_request_under_the_same_key_gets_the_same_answer_and_is_done_once()
    {
        var newcomer = await world.Community.Newcomer();
        var key = NewKey;
        var first = await Send(newcomer, key, Ask);
        var again = await Send(newcomer, key, Ask);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        await (await Send(newcomer, NewKey, Ask)).Problem(HttpStatusCode.Conflict, "already-asked");
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_422()
    {
        var newcomer = await world.Community.Newcomer();
        var key = NewKey;
        await Send(newcomer, key, Ask);
        await (await Send(newcomer, key, new { pathway = "na", kind = "sponsor" })).Problem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task The_key_of_one_member_is_nothing_to_another()
    {
        var key = NewKey;
        var first = await Send(await world.Community.Newcomer(), key, Ask);
        var second = await Send(await world.Community.Newcomer(), key, Ask);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var newcomer = await world.Community.Newcomer();
        var key = NewKey;
        var open = await Send(newcomer, NewKey, Ask);
        await (await Send(newcomer, key, Ask)).Problem(HttpStatusCode.Conflict, "already-asked");
        var withdrawal = new HttpRequestMessage(HttpMethod.Post, $"{open.Headers.Location}/withdrawal") { Headers = { { "If-Match", "*" } } };
        Assert.Equal(HttpStatusCode.NoContent, (await newcomer.Http.SendAsync(withdrawal)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Send(newcomer, key, Ask)).StatusCode);
    }

    [Theory]
    [InlineData("with a space")]
    [InlineData("ümlaut")]
    public async Task A_key_that_is_none_is_400(string key)
    {
        var problem = await (await Send(await world.Community.Newcomer(), key, Ask)).Problem(HttpStatusCode.BadRequest, "input-invalid");
        Assert.EndsWith("idempotency-key-invalid", problem.Errors().Single());
    }

    [Fact]
    public async Task While_the_first_is_at_work_it_is_409_and_when_the_first_has_died_the_next_does_the_work()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var newcomer = await community.Newcomer();
        var key = NewKey;
        await Send(newcomer, key, Ask, community.Path);
        await host.Inside(community.Id, services => Change(services, row => row.Hold(row.Request, host.Clock.Now))); // as if it had not ended
        await (await Send(newcomer, key, Ask, community.Path)).Problem(HttpStatusCode.Conflict, "idempotency-key-in-flight");
        host.Clock.Advance(KeptAnswer.Lease);
        await (await Send(newcomer, key, Ask, community.Path)).Problem(HttpStatusCode.Conflict, "already-asked");
    }

    [Fact]
    public async Task After_a_day_the_answer_is_forgotten_and_its_row_deleted()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        await Send(await community.Newcomer(), NewKey, Ask, community.Path);
        Assert.Equal(1, await host.Inside(community.Id, Rows));
        host.Clock.Advance(KeptAnswer.KeptFor);
        await host.Send(new Features.Accounts.ForgetExpired());
        Assert.Equal(0, await host.Inside(community.Id, Rows));
    }

    [EveryEngine]
    public async Task Of_ten_at_the_same_moment_one_does_it_and_the_others_get_its_answer_or_are_asked_to_wait(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        using var host = new ApiHost(engine.ToString().ToLowerInvariant(), database.ConnectionString);
        var community = await SampleCommunity.In(host);
        var newcomer = await community.Newcomer();
        var key = NewKey;
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Send(newcomer, key, Ask, community.Path)));
        var made = answers.Where(a => a.StatusCode == HttpStatusCode.Created).ToList();
        Assert.Single(made.Select(a => a.Headers.Location).Distinct());
        foreach (var other in answers.Except(made)) await other.Problem(HttpStatusCode.Conflict, "idempotency-key-in-flight");
        Assert.Equal(1, await host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Requests.CountAsync()));
    }

    private static string NewKey => Guid.NewGuid().ToString();

    private static Task<int> Rows(IServiceProvider services) => services.GetRequiredService<MentorshipDb>().Set<KeptAnswer>().CountAsync();

    private static async Task<int> Change(IServiceProvider services, Action<KeptAnswer> change)
    {
        var db = services.GetRequiredService<MentorshipDb>();
        change(await db.Set<KeptAnswer>().SingleAsync());
        return await db.SaveChangesAsync();
    }

    private Task<HttpResponseMessage> Send(Person person, string key, object body, string? community = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{community ?? world.Path}/requests") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        return person.Http.SendAsync(request);
    }
}
