using System.Net;
using System.Text.Json;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>The mentor's note waits for the morning, and its newcomer goes out of reach meanwhile, without a sign of life.</summary>
public sealed class OutOfReachTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("nothing", 1), InlineData("stop", 0), InlineData("bounce", 0)]
    public async Task The_mentor_hears_nothing_of_somebody_who_stopped_their_notes_or_was_not_told_first(string what, int told)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Newcomer.Put($"{pair.Community.Path}/members/me/quiet-hours", new { from = "10:00", to = "22:30" }).Is(HttpStatusCode.NoContent); // works at night
        await pair.Live(Instant.FromUtc(2026, 11, 4, 23, 0));
        Assert.Single(await Hellos(pair));

        if (what == "stop") await pair.Newcomer.Put($"{pair.Community.Path}/members/me/notices", new { email = false }).Is(HttpStatusCode.NoContent);
        if (what == "bounce") await Bounce(pair);
        Assert.Equal(told, (await Hellos(pair)).Count);
        await pair.Live(Instant.FromUtc(2026, 11, 5, 12, 0));

        Assert.Equal(told, _host.Mail.To(pair.Mentor.Email).Count(m => m.Contains("glad of a hello")));
        Assert.Equal(told, (await Hellos(pair)).Count);
    }

    public void Dispose() => _host.Dispose();

    private async Task Bounce(IntroducedPair pair)
    {
        var asked = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Notices.SingleAsync(n => n.Kind == NoticeKind.HelloUnlessFine));
        await _host.Send(new TakeBackNotice(Actor.System(pair.Community.Id), asked.Id));
    }

    private static async Task<IReadOnlyList<JsonElement>> Hellos(IntroducedPair pair) =>
        [.. (await pair.Mentor.Items($"{pair.Community.Path}/inbox")).Where(n => n.GetProperty("kind").GetString() == "hello-might-be-welcome")];
}
