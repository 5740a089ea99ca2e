using Mentorship.Api.Tests.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Engines;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>
/// A gateway comes back at the moment in which the mail goes in the text's place: of the two senders one hands the check-in over, and where
/// that fails the other does.
/// </summary>
public sealed class TextMeetsMailTests
{
    [EveryEngine]
    public async Task Of_a_text_and_its_mail_that_are_due_at_one_moment_one_goes(Engine engine)
    {
        await using var world = await World.On(engine);
        var (host, pair) = (world.Host, world.Pair);
        var (begin, both, arrived) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        var mails = Task.Run(async () => { await begin.Task; await pair.Deliver(); });
        var texts = Task.Run(async () => { await begin.Task; await host.DeliverTexts(pair); });
        (host.Mail.Meanwhile, host.Gateway.Meanwhile) = (() => Meet(texts), () => Meet(mails));

        begin.SetResult();
        await Task.WhenAll(mails, texts).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, world.Gone);
        await world.Later();
        Assert.Equal(1, world.Gone);
        Assert.Equal("sent", await pair.State());

        // A hand-over lasts until the other one is under way too, or until the other sender has nothing left to do.
        Task Meet(Task other)
        {
            if (Interlocked.Increment(ref arrived) == 2) both.SetResult();
            return Task.WhenAny(both.Task, other);
        }
    }

    [Fact]
    public async Task While_the_text_is_handed_over_the_mail_waits_and_is_dropped_once_the_text_has_left()
    {
        await using var world = await World.On(Engine.Sqlite);
        world.Host.Gateway.Meanwhile = () => world.Pair.Deliver();

        await world.Host.DeliverTexts(world.Pair);
        Assert.Equal(NoticeState.Waiting, (await world.Mail()).State);
        await world.Later();

        Assert.Single(world.Host.Gateway.Taken);
        Assert.Equal((1, NoticeState.Dropped), (world.Gone, (await world.Mail()).State));
    }

    [Fact]
    public async Task While_the_mail_is_handed_over_the_text_waits_and_is_dropped_once_the_mail_has_left()
    {
        await using var world = await World.On(Engine.Sqlite);
        world.Host.Mail.Meanwhile = () => world.Host.DeliverTexts(world.Pair);

        await world.Pair.Deliver();
        Assert.Equal(NoticeState.Waiting, (await world.Text()).State);
        await world.Later();

        Assert.Empty(world.Host.Gateway.Taken);
        Assert.Equal((1, NoticeState.Dropped), (world.Gone, (await world.Text()).State));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_mail_that_fails_after_it_has_kept_the_text_back_costs_nobody_the_note(bool forGood)
    {
        await using var world = await World.On(Engine.Sqlite);
        world.Host.Mail.FailsWith = forGood ? new EmailRefused("recipient-550") : new EmailUnavailable("timeout");
        await world.Pair.Deliver();
        Assert.Equal("scheduled", await world.Pair.State());

        world.Host.Clock.Advance(Duration.FromMinutes(1)); // the lease of the mail
        await world.Host.DeliverTexts(world.Pair);

        Assert.Single(world.Host.Gateway.Taken);
        Assert.Equal("sent", await world.Pair.State());
    }

    [Fact]
    public async Task A_mail_waits_no_longer_than_the_next_try_of_a_text_that_may_be_under_way()
    {
        await using var world = await World.On(Engine.Sqlite);
        world.Host.Gateway.Answer = (503, 0);
        await world.Host.DeliverTexts(world.Pair); // its second try: the third is two minutes away, or a little more
        for (var minute = 0; minute < 3; minute++, world.Host.Clock.Advance(Duration.FromMinutes(1))) await world.Pair.Deliver();
        Assert.Equal(1, world.Gone);
    }

    /// <summary>A check-in whose text the gateway did not take ten minutes ago: now its mail is due in the text's place, and so is the text.</summary>
    private sealed class World(TestDatabase database, TextsHost host) : IAsyncDisposable
    {
        public TextsHost Host => host;

        public IntroducedPair Pair { get; private set; } = null!;

        /// <summary>How often the check-in was handed over.</summary>
        public int Gone => host.Gateway.Taken.Count + host.Mail.To(Pair.Newcomer.Email).Count(mail => mail.Contains("/c/"));

        public static async Task<World> On(Engine engine)
        {
            var database = await TestDatabase.New(engine);
            var host = new TextsHost(await TextGateway.Start(), engine.ToString(), database.ConnectionString);
            host.Gateway.Answer = (503, 0);
            var world = new World(database, host) { Pair = await host.AskedByText() };
            await world.Pair.Deliver();
            host.Clock.Advance(Duration.FromMinutes(10));
            host.Gateway.Answer = (201, 0);
            return world;
        }

        /// <summary>Both senders look again until nothing of it waits.</summary>
        public async Task Later()
        {
            (host.Mail.Meanwhile, host.Gateway.Meanwhile) = (() => Task.CompletedTask, () => Task.CompletedTask);
            for (var minute = 0; minute < 10; minute++)
            {
                host.Clock.Advance(Duration.FromMinutes(1));
                await Pair.Deliver();
                await host.DeliverTexts(Pair);
            }
        }

        public Task<Notice> Text() => Asked(Channel.Sms);

        public Task<Notice> Mail() => Asked(Channel.Email);

        public async ValueTask DisposeAsync()
        {
            await host.DisposeAsync();
            await host.Gateway.DisposeAsync();
            await database.DisposeAsync();
        }

        private Task<Notice> Asked(Channel channel) => host.Inside(Pair.Community.Id, services => services.GetRequiredService<MentorshipDb>()
            .Notices.AsNoTracking().SingleAsync(n => n.Kind == NoticeKind.CheckInDue && n.Channel == channel));
    }
}
