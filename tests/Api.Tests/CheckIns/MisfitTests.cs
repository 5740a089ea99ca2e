using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>An answer that its question does not take names itself, over the API and on the page, and nothing is kept of the others.</summary>
public sealed class MisfitTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("""{"question":"today","choice":"terrific"}""", "answers[0].choice: choice-unknown")]
    [InlineData("""{"question":"week","choice":"good"}""", "answers[0].choice: choice-unknown")]
    [InlineData("""{"question":"weather","choice":"good"}""", "answers[0].question: question-unknown")]
    [InlineData("""{"question":"today","number":3}""", "answers[0].number: number-unasked")]
    [InlineData("""{"question":"today","text":"words"}""", "answers[0].text: text-unasked")]
    [InlineData("""{"question":"week","text":"words"},{"question":"today","choice":"x"}""", "answers[1].choice: choice-unknown")]
    public async Task A_wrong_answer_is_400_with_its_field_and_the_check_in_stays_open(string answers, string error)
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var path = $"{pair.Community.Path}/check-ins/{(await pair.CheckIn()).GetProperty("id").GetGuid()}/answers";
        var body = new StringContent($$"""{"answers":[{{answers}}]}""", System.Text.Encoding.UTF8, "application/json");
        var problem = await (await pair.Newcomer.Http.PostAsync(path, body)).Problem(HttpStatusCode.BadRequest, "input-invalid");
        Assert.Equal([error], problem.Errors());
        Assert.Equal("sent", await pair.State());
    }

    [Fact]
    public async Task A_choice_that_the_page_does_not_offer_is_said_beside_the_form()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var form = new FormUrlEncodedContent([new("q.today", "terrific")]);
        var answer = await _host.CreateClient().PostAsync(_host.Mail.LinkTo(pair.Newcomer.Email), form);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<p role=\"alert\"><strong>Choose one of the answers that are shown.</strong></p>", page);
        Assert.Contains("<form", page);
    }

    public void Dispose() => _host.Dispose();
}
