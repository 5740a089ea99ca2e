using System.Net;

namespace Mentorship.Api.Tests.Http;

/// <summary>A page takes GET and HEAD, and POST where it has a form.</summary>
public sealed class PageMethodTests(LinkedPages world) : IClassFixture<LinkedPages>
{
    [Theory]
    [InlineData("PUT"), InlineData("DELETE"), InlineData("PATCH"), InlineData("OPTIONS"), InlineData("TRACE"), InlineData("NEW")]
    public async Task Another_method_is_405_says_which_there_are_and_shows_nothing_of_the_page(string method)
    {
        foreach (var path in world.Paths)
        {
            using var answer = await world.Answer(new HttpMethod(method), path);
            Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {path}: {answer.StatusCode}");
            Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow.Order());
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("This cannot be done here", page);
            Assert.Contains("If you need someone now", page);
            Assert.DoesNotContain("<form", page);
        }
    }

    [Theory]
    [InlineData("/"), InlineData("/help"), InlineData("/problem")]
    public async Task A_page_without_a_form_takes_no_POST(string path)
    {
        using var answer = await world.Answer(HttpMethod.Post, path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_program_is_told_in_JSON() =>
        await (await world.Host.Caller().DeleteAsync("/sign-up")).Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");

    [Fact]
    public async Task GET_and_HEAD_show_every_page()
    {
        foreach (var path in (string[])["/", "/help", "/sign-up", "/sign-in", "/password", "/password/x", "/confirm/x", "/address/x", world.CheckIn, world.Stop])
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
                Assert.Equal(HttpStatusCode.OK, (await world.Send(method, path)).Status);
    }

    [Theory]
    [InlineData("/c"), InlineData("/c/x/y"), InlineData("/c/x"), InlineData("/n/x"), InlineData("/i/x"), InlineData("/confirm"), InlineData("/sign-in/x")]
    public async Task A_link_that_leads_nowhere_is_a_page_with_the_lines_to_call(string path)
    {
        var (status, page) = await world.Send(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("If you need someone now", page);
    }

    [Fact]
    public async Task A_form_without_its_hidden_token_is_a_page_with_the_lines_to_call()
    {
        var (status, page) = await world.Send(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent([new("email", "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("If you need someone now", page);
    }
}
