using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>A mail server that takes its time, and a second host that looks for work after each hand-over of the first.</summary>
public sealed class SlowMailTests : IDisposable
{
    private const int Notices = 60;

    private readonly SlowHost _host = new();

    [Fact]
    public async Task A_lease_that_would_end_in_mid_batch_never_lets_two_hosts_hand_over_the_same_notice()
    {
        var pair = await WaitingNotices();
        _host.Slow.SecondHost = () => _host.Send(new SendNotices(Actor.System(pair.Community.Id), 2)); // 30 seconds of the first one's minute

        await DeliverAll(pair);

        Assert.Equal(Notices, _host.Slow.HandedOver.Count);
        Assert.Equal(Notices, _host.Slow.HandedOver.Distinct().Count());
        Assert.Equal(Notices, await Count(pair, n => n.State == NoticeState.Sent));
    }

    [Fact]
    public async Task What_a_lease_has_no_time_for_is_given_back_and_goes_out_in_the_same_run()
    {
        var pair = await WaitingNotices();

        await Queue.Send(_host); // of 15 seconds each, and a turn has time for one

        Assert.Equal(Notices, _host.Slow.HandedOver.Count);
        Assert.Equal(Notices, await Count(pair, n => n.State == NoticeState.Sent && n.Attempts == 1));
    }

    [Fact]
    public async Task Who_stops_their_mail_while_another_of_the_claim_is_handed_over_gets_no_more_of_it()
    {
        var pair = await WaitingNotices();
        _host.Slow.SecondHost = () => _host.Send(new SetNotices(Actor.System(pair.Community.Id), pair.Newcomer.Id, Email: false));

        await Queue.Send(_host);

        Assert.Single(_host.Slow.HandedOver);
    }

    [Fact]
    public async Task A_host_that_stops_ends_what_it_began_and_gives_back_what_it_did_not()
    {
        var pair = await WaitingNotices();
        var due = _host.Clock.Now;
        using var stopping = new CancellationTokenSource();
        _host.Slow.SecondHost = stopping.CancelAsync;

        await using (var scope = _host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SendNotices(Actor.System(pair.Community.Id), 500), stopping.Token);

        Assert.Equal(1, await Count(pair, n => n.State == NoticeState.Sent));
        Assert.Equal(Notices - 1, await Count(pair, n => n.State == NoticeState.Waiting && n.Attempts == 0 && n.NextAttemptAt == due)); // its place
        await pair.Deliver();
        Assert.Equal(Notices, _host.Slow.HandedOver.Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_hangs_leaves_every_notice_to_be_tried_again()
    {
        var pair = await WaitingNotices();
        _host.Slow.FailsWith = new EmailUnavailable("timeout");

        await pair.Deliver();

        Assert.Equal(Notices, await Count(pair, n => n.State == NoticeState.Waiting && n.NextAttemptAt != null));
    }

    public void Dispose() => _host.Dispose();

    private async Task DeliverAll(IntroducedPair pair)
    {
        for (var run = 0; run < 100 && _host.Slow.HandedOver.Distinct().Count() < Notices; run++)
        {
            await pair.Deliver();
            _host.Clock.Advance(Duration.FromSeconds(30));
        }
        Assert.Equal(Notices, _host.Slow.HandedOver.Distinct().Count());
    }

    private async Task<IntroducedPair> WaitingNotices()
    {
        var pair = await IntroducedPair.In(_host);
        await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            await db.Notices.ExecuteDeleteAsync();
            for (var notice = 0; notice < Notices; notice++)
                db.Add(new Notice(pair.Community.Id, Guid.CreateVersion7(), new Telling(pair.Newcomer.Id, NoticeKind.PairingIntroduced), _host.Clock.Now));
            return await db.SaveChangesAsync();
        });
        return pair;
    }

    private Task<int> Count(IntroducedPair pair, System.Linq.Expressions.Expression<Func<Notice, bool>> which) =>
        _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Notices.CountAsync(which));

    private sealed class SlowHost : ApiHost
    {
        public SlowHost() => Slow = new SlowTransport(Clock);

        public SlowTransport Slow { get; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IEmailTransport>(Slow));
        }
    }

    /// <summary>Each hand-over takes as long as one may; after it the other host has its turn.</summary>
    private sealed class SlowTransport(TestClock clock) : IEmailTransport
    {
        private bool _isSecond;

        public List<string> HandedOver { get; } = [];

        public Func<Task>? SecondHost { get; set; }

        public Exception? FailsWith { get; set; }

        public async Task Send(EmailMessage email, CancellationToken cancellationToken)
        {
            clock.Advance(Duration.FromTimeSpan(IEmailTransport.LongestHandOver));
            if (FailsWith is { } failure) throw failure;
            HandedOver.Add(email.MessageId);
            if (SecondHost is null || _isSecond) return;
            _isSecond = true;
            await SecondHost();
            _isSecond = false;
        }
    }
}
