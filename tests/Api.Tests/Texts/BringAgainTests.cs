using Mentorship.Api.Http;
using Mentorship.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentorship.Api.Tests.Texts;

/// <summary>What the gateway is to bring again, where neither a broken database nor a crowd can be had at the door at will.</summary>
public sealed class BringAgainTests
{
    public static TheoryData<Exception> Ours => [new InvalidOperationException(), new TimeoutException(), new RuleBroken("changed-meanwhile", "Again.")];

    [Theory]
    [MemberData(nameof(Ours))]
    public async Task What_failed_for_our_sake_is_brought_again(Exception failure)
    {
        var http = new DefaultHttpContext();
        Assert.Equal(503, Assert.IsType<ProblemHttpResult>(await Filtered(http, failure)).StatusCode);
        Assert.Equal("60", http.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_refusal_is_not() =>
        await Assert.ThrowsAsync<RuleBroken>(async () => await Filtered(new DefaultHttpContext(), new RuleBroken("link-ended", "It is over.")));

    private static ValueTask<object?> Filtered(HttpContext http, Exception failure) => new BringAgain(new(NullLogger<FailureLog>.Instance))
        .InvokeAsync(EndpointFilterInvocationContext.Create(http), _ => ValueTask.FromException<object?>(failure));
}
