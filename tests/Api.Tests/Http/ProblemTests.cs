using System.Net;
using System.Text;
using MediatR;
using Mentorship.Api.Features.Inbox;
using Mentorship.Api.Http;
using Mentorship.Api.Tests.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Mentorship.Api.Tests.Http;

public sealed class ProblemTests(OneCommunity world) : IClassFixture<OneCommunity>
{
    private const string Marker = "marker-7f3a";

    [Fact]
    public async Task An_unknown_path_is_404_under_the_api_and_beside_it()
    {
        await (await world.Coordinator.GetAsync($"/api/v1/{Marker}")).Problem(HttpStatusCode.NotFound, "not-found");
        await (await world.Coordinator.GetAsync($"/{Marker}")).Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Without_a_log_in_it_is_401_and_says_how_to_sign_in()
    {
        var answer = await world.Host.CreateClient().GetAsync($"{world.Path}/inbox");
        await answer.Problem(HttpStatusCode.Unauthorized, "sign-in-needed");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Without_the_role_it_is_403()
    {
        var newcomer = await world.Community.Newcomer();
        await (await newcomer.Http.GetAsync($"{world.Path}/requests")).Problem(HttpStatusCode.Forbidden, "role-needed");
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_405_and_says_which_are()
    {
        var answer = await world.Coordinator.DeleteAsync($"{world.Path}/requests");
        await answer.Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task A_body_that_is_not_JSON_is_415(string type) =>
        await (await Post("requests", Marker, type)).Problem(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported");

    [Fact]
    public async Task A_body_over_one_megabyte_is_413() =>
        await (await Post("requests", new string('x', 1_000_001))).Problem(HttpStatusCode.RequestEntityTooLarge, "too-large");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"marker-7f3a\"")]
    [InlineData("{\"pathway\":\"aa\",\"pathway\":\"marker-7f3a\",\"kind\":\"sponsor\"}")]
    [InlineData("{\"Pathway\":\"marker-7f3a\",\"kind\":\"sponsor\"}")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":\"sponsor\",\"marker-7f3a with spaces\":1}")]
    [InlineData("{/* marker-7f3a */}")]
    [InlineData("{\"pathway\":\"marker-7f3a\\u0000\",\"kind\":\"sponsor\"}")]
    [InlineData("{\"pathway\":\"marker-7f3a\\ud800\",\"kind\":\"sponsor\"}")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":\"sponsor\",\"wishes\":{\"livedExperience\":[\"marker-7f3a\",null]}}")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":\"sponsor\",\"wishes\":{\"livedExperience\":[\"marker-7f3a\\u0000\"]}}")]
    public async Task A_body_that_cannot_be_read_is_400_and_nothing_of_it_comes_back(string body)
    {
        var problem = await (await Post("requests", body)).Problem(HttpStatusCode.BadRequest, "request-unreadable");
        Assert.DoesNotContain(Marker, problem.GetRawText());
    }

    [Theory]
    [InlineData("{\"kind\":\"sponsor\"}", "pathway: member-missing")]
    [InlineData("{\"pathway\":null,\"kind\":\"sponsor\"}", "pathway: value-invalid")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":\"marker-7f3a\"}", "kind: value-invalid")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":0}", "kind: value-invalid")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":\"sponsor\",\"state\":\"matched\"}", "state: member-unknown")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":\"sponsor\",\"wishes\":{\"ageFrom\":\"30\"}}", "wishes.ageFrom: value-invalid")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":\"sponsor\",\"wishes\":{\"mentorGenders\":null}}", "wishes.mentorGenders: value-invalid")]
    [InlineData("{\"pathway\":\"aa\",\"kind\":\"sponsor\",\"wishes\":{\"musts\":[\"age\",\"marker-7f3a\"]}}", "wishes.musts: value-invalid")]
    public async Task A_field_that_cannot_be_read_is_named_and_its_value_never_said(string body, string error)
    {
        var problem = await (await Post("requests", body)).Problem(HttpStatusCode.BadRequest, "request-unreadable");
        Assert.Equal([error], problem.Errors());
        Assert.DoesNotContain(Marker, problem.GetRawText());
    }

    [Fact]
    public async Task Input_that_is_not_valid_names_its_fields_as_the_JSON_does()
    {
        var body = """{"pathway":"marker-7f3a","kind":"sponsor","wishes":{"ageFrom":7,"orientation":"marker-7f3a"}}""";
        var problem = await (await Post("requests", body)).Problem(HttpStatusCode.BadRequest, "input-invalid");
        Assert.Equal(["pathway: pathway-unknown", "wishes.ageFrom: age-range", "wishes.orientation: orientation-unknown"], problem.Errors());
        Assert.DoesNotContain(Marker, problem.GetRawText());
    }

    [Theory]
    [InlineData("pairings?limit=marker-7f3a", "request-unreadable", "limit: value-invalid")]
    [InlineData("pairings?limit=99999999999", "request-unreadable", "limit: value-invalid")]
    [InlineData("pairings?limit=0", "input-invalid", "limit: limit-range")]
    [InlineData("pairings?limit=201", "input-invalid", "limit: limit-range")]
    [InlineData("pairings?cursor=marker-7f3a", "input-invalid", "cursor: cursor-invalid")]
    [InlineData("pairings/for-review?state=marker-7f3a", "request-unreadable", "state: value-invalid")]
    [InlineData("pairings/for-review?state=1", "request-unreadable", "state: value-invalid")]
    [InlineData("pairings/for-review?state=Active", "request-unreadable", "state: value-invalid")]
    [InlineData("check-ins?pairing=marker-7f3a", "request-unreadable", "pairing: value-invalid")]
    public async Task A_value_in_an_address_that_is_not_one_is_400_with_its_name(string path, string code, string error)
    {
        var problem = await (await world.Coordinator.GetAsync($"{world.Path}/{path}")).Problem(HttpStatusCode.BadRequest, code);
        Assert.Equal([error], problem.Errors());
        Assert.DoesNotContain(Marker, problem.GetRawText());
    }

    [Theory]
    [InlineData("Testing")]
    [InlineData("Production")]
    public async Task A_failure_of_ours_is_500_without_a_word_of_it_and_the_log_has_its_type_and_place_only(string environment)
    {
        var failing = new Mock<IRequestHandler<ReadInbox, Page<InboxItem>>>();
        failing.Setup(h => h.Handle(It.IsAny<ReadInbox>(), It.IsAny<CancellationToken>())).Throws(new InvalidOperationException(Marker, new FormatException(Marker)));
        using var host = new ApiHost();
        await using var broken = host.WithWebHostBuilder(b => b.UseSetting("environment", environment).ConfigureTestServices(s => s.AddSingleton(failing.Object)));
        var client = broken.CreateClient();
        client.DefaultRequestHeaders.Add(SignedInByHeader.Header, (await SampleCommunity.In(host)).Coordinator.Account.ToString());
        var community = (await SampleCommunity.In(host));
        client.DefaultRequestHeaders.Remove(SignedInByHeader.Header);
        client.DefaultRequestHeaders.Add(SignedInByHeader.Header, community.Coordinator.Account.ToString());

        var problem = await (await client.GetAsync($"{community.Path}/inbox")).Problem(HttpStatusCode.InternalServerError, "internal-error");
        Assert.DoesNotContain(Marker, problem.GetRawText());
        Assert.DoesNotContain("Exception", problem.GetRawText());
        Assert.DoesNotContain(host.Log.All, line => line.Contains(Marker));
        var logged = Assert.Single(host.Log.All, line => line.StartsWith("Error"));
        Assert.Contains("GET /api/v1/communities/{community:guid}/inbox/ failed", logged);
        Assert.Contains("System.InvalidOperationException", logged);
        Assert.Contains("System.FormatException", logged);
        Assert.Contains("at Mentorship.", logged);
    }

    [Fact]
    public async Task A_person_with_a_browser_gets_a_page_with_the_lines_to_call_instead()
    {
        var browser = world.Host.CreateClient();
        browser.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        var answer = await browser.GetAsync($"/{Marker}");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("If you need someone now", page);
        Assert.DoesNotContain(Marker, page);
        await (await browser.GetAsync("/api/v1/nothing")).Problem(HttpStatusCode.NotFound, "not-found");
    }

    private Task<HttpResponseMessage> Post(string path, string body, string type = "application/json") =>
        world.Coordinator.PostAsync($"{world.Path}/{path}", new StringContent(body, Encoding.UTF8, type));
}
