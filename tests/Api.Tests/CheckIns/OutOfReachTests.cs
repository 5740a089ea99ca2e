using System.Net;
using System.Text.Json;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
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
        var pair = await AtNight();
        Assert.Single(await Hellos(pair));

        if (what == "stop") await pair.Newcomer.Put($"{pair.Community.Path}/members/me/notices", new { email = false }).Is(HttpStatusCode.NoContent);
        if (what == "bounce") await Bounce(pair);
        Assert.Equal(told, (await Hellos(pair)).Count);
        await pair.Live(Instant.FromUtc(2026, 11, 5, 12, 0));

        Assert.Equal(told, _host.Mail.To(pair.Mentor.Email).Count(m => m.Contains("glad of a hello")));
        Assert.Equal(told, (await Hellos(pair)).Count);
    }

    [Fact]
    public async Task What_the_mentor_was_told_by_text_stays_in_the_inbox_also_when_their_newcomer_stops()
    {
        var pair = await AtNight();
        var mail = await Only(pair, NoticeKind.HelloMightBeWelcome);
        await _host.Inside(pair.Community.Id, services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var text = new Notice(mail.CommunityId, mail.Subject, new(mail.Recipient, mail.Kind), _host.Clock.Now, Channel.Sms);
            text.Sent(_host.Clock.Now);
            db.Add(text);
            db.Attach(mail).Entity.Drop(); // who takes texts alone
            return db.SaveChangesAsync();
        });

        await pair.Newcomer.Put($"{pair.Community.Path}/members/me/notices", new { email = false }).Is(HttpStatusCode.NoContent);

        Assert.Single(await Hellos(pair));
    }

    public void Dispose() => _host.Dispose();

    /// <summary>The newcomer works at night, so that the mentor's note comes up while the mentor sleeps.</summary>
    private async Task<IntroducedPair> AtNight()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Newcomer.Put($"{pair.Community.Path}/members/me/quiet-hours", new { from = "10:00", to = "22:30" }).Is(HttpStatusCode.NoContent);
        await pair.Live(Instant.FromUtc(2026, 11, 4, 23, 0));
        return pair;
    }

    private Task<Notice> Only(IntroducedPair pair, NoticeKind kind) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Notices.AsNoTracking().SingleAsync(n => n.Kind == kind));

    private async Task Bounce(IntroducedPair pair)
    {
        var asked = await Only(pair, NoticeKind.HelloUnlessFine);
        await _host.Send(new TakeBackNotice(Actor.System(pair.Community.Id), asked.Id));
    }

    private static async Task<IReadOnlyList<JsonElement>> Hellos(IntroducedPair pair) =>
        [.. (await pair.Mentor.Items($"{pair.Community.Path}/inbox")).Where(n => n.GetProperty("kind").GetString() == "hello-might-be-welcome")];
}
