using System.Net;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Privacy;

/// <summary>A member's key was erased: what it sealed is gone for good, and everybody else's pages go on.</summary>
public sealed class ErasedKeyTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task What_others_read_goes_on_without_what_was_erased()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "today", choice = "hard", audience = "coordinator" });
        Assert.Single(Answers(await pair.Mentor.Items($"{pair.Path}/check-ins")));
        Assert.Equal(pair.Newcomer.Email, (await pair.Mentor.Read(pair.Path)).GetProperty("otherContact").GetProperty("email").GetString());

        await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().MemberKeys.Where(k => k.Member == pair.Newcomer.Id).ExecuteDeleteAsync());

        Assert.Null((await pair.Mentor.Read(pair.Path)).GetProperty("otherContact").GetProperty("email").GetString());
        Assert.Empty(Answers(await pair.Mentor.Items($"{pair.Path}/check-ins")));
        Assert.Empty(Answers(await pair.Community.Coordinator.Items($"{pair.Community.Path}/check-ins/for-coordinators")));
        await pair.Newcomer.Http.GetAsync($"{pair.Community.Path}/members/me").Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_says_how_they_are_reached_once_more_is_reached_again_and_the_old_stays_gone()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "today", choice = "hard", audience = "mentor" });
        await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().MemberKeys.Where(k => k.Member == pair.Newcomer.Id).ExecuteDeleteAsync());
        await pair.Newcomer.Put($"{pair.Community.Path}/members/me/contact", new { email = "again@people.example", phone = (string?)null }).Is(HttpStatusCode.NoContent);
        await _host.Send(new SendAccountMail());
        await _host.Send(new ConfirmContact(_host.Mail.LinkTo("again@people.example").Split('/')[^1]));

        Assert.Equal("again@people.example", (await pair.Mentor.Read(pair.Path)).GetProperty("otherContact").GetProperty("email").GetString());
        Assert.Empty(Answers(await pair.Mentor.Items($"{pair.Path}/check-ins")));
    }

    public void Dispose() => _host.Dispose();

    private static IReadOnlyList<string?> Answers(IEnumerable<System.Text.Json.JsonElement> checkIns) =>
        [.. checkIns.SelectMany(c => c.GetProperty("answers").EnumerateArray()).Select(a => a.GetProperty("question").GetString())];
}
