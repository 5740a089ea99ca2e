using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Http;

/// <summary>Bodies that nobody can read are refused as theirs, not failed as ours, and leave no stack trace in the log.</summary>
public sealed class BrokenBodyTests(LinkedPages world) : IClassFixture<LinkedPages>
{
    private const string Url = "application/x-www-form-urlencoded";

    public static TheoryData<string, string> BrokenForms => new()
    {
        { Url, "email=%00" },
        { Url, string.Join('&', Enumerable.Range(0, 3000).Select(n => $"k{n}=1")) },
        { Url, $"{new string('k', 5000)}=1" },
        { "multipart/form-data", "email=name" },
        { "multipart/form-data; boundary=x", "email=name" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nname" },
    };

    [Theory]
    [MemberData(nameof(BrokenForms))]
    public async Task A_form_that_cannot_be_read_is_the_page_of_400_for_a_person_on_every_page(string type, string body)
    {
        foreach (var path in world.Paths)
        {
            var (status, page) = await world.Send(HttpMethod.Post, path, Of(type, body));
            Assert.True(status == HttpStatusCode.BadRequest, $"{path}: {status}");
            Assert.Contains("This could not be read", page);
            Assert.Contains("If you need someone now", page);
        }
        NoStackTrace();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    public async Task What_is_posted_without_a_form_has_nothing_filled_in(string? type)
    {
        foreach (var path in world.Paths)
        {
            var (status, page) = await world.Send(HttpMethod.Post, path, type is null ? null : Of(type, "{}"));
            Assert.True((int)status < 500, $"{path}: {status}");
            Assert.Contains("If you need someone now", page);
        }
        Assert.Contains("Please answer one of the questions", (await world.Send(HttpMethod.Post, world.CheckIn)).Page);
        NoStackTrace();
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_400_on_an_opened_link_too()
    {
        var (status, _) = await world.Send(HttpMethod.Get, world.CheckIn, Of("multipart/form-data", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        NoStackTrace();
    }

    [Fact]
    public async Task A_program_gets_problem_details_instead_of_the_page() =>
        await (await world.Host.Caller().PostAsync("/sign-up", Of(Url, "email=%00"))).Problem(HttpStatusCode.BadRequest, "request-unreadable");

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "not a form")]
    [InlineData("multipart/form-data", "not a form")]
    public async Task An_import_of_a_form_that_cannot_be_read_is_400(string type, string body)
    {
        var answer = await world.Pair.Community.Coordinator.Http.PostAsync($"{world.Pair.Community.Path}/imports/mentors", Of(type, body));
        await answer.Problem(HttpStatusCode.BadRequest, "request-unreadable");
        NoStackTrace();
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("\"nope\"")]
    [InlineData("utf-7")]
    [InlineData("iso-8859-1")]
    public async Task JSON_in_an_encoding_that_is_not_UTF_8_is_415(string charset)
    {
        foreach (var path in (string[])["/api/v1/sessions", "/api/v1/accounts", $"{world.Pair.Community.Path}/requests"])
        {
            var answer = await world.Pair.Newcomer.Http.PostAsync(path, Of($"application/json; charset={charset}", "{}"));
            await answer.Problem(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported");
        }
        NoStackTrace();
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("\"utf-8\"")]
    public async Task JSON_that_says_UTF_8_is_read(string charset)
    {
        var answer = await world.Host.Caller().PostAsync("/api/v1/accounts", Of($"application/json; charset={charset}", "{}"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private void NoStackTrace() => Assert.DoesNotContain(world.Host.Log.All, line => line.Contains("\n   at "));

    private static ByteArrayContent Of(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
