using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Notices;
using Mentorship.Engines;
using Mentorship.Infrastructure.Notices.Email;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>A call for help goes before everything else, and no community waits for the end of another's backlog.</summary>
public class UrgentFirstTests
{
    private const int AtATime = 50;

    [EveryEngine]
    public async Task Behind_500_of_one_community_a_call_for_help_goes_first_and_another_community_within_the_first_claims(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (busy, other) = (await SampleCommunity.In(host.Api), await SampleCommunity.In(host.Api));
        var (newcomer, mentor, elsewhere) = (await busy.Newcomer(), await busy.Mentor(), await other.Newcomer());
        await Queue.Add(host.Api, busy.Id, newcomer, NoticeKind.PairingIntroduced, 500, ago: Duration.FromMinutes(10));
        var call = await Queue.Add(host.Api, busy.Id, mentor, NoticeKind.SomeoneAsksForContact, 1);
        var ordinary = await Queue.Add(host.Api, other.Id, elsewhere, NoticeKind.PairingIntroduced, 10);

        await Queue.Send(host.Api);

        var order = host.Api.Mail.All.Select(m => m.MessageId).ToList();
        Assert.Equal(511, order.Count);
        Assert.Equal(call[0], order[0]);
        Assert.All(ordinary, id => Assert.InRange(order.IndexOf(id), 1, 1 + (2 * AtATime)));
    }

    [Fact]
    public async Task A_call_that_is_made_while_a_backlog_goes_out_waits_for_no_more_than_what_is_claimed()
    {
        await using var host = new BusyHost();
        var (busy, other) = (await SampleCommunity.In(host), await SampleCommunity.In(host));
        var (newcomer, coordinator) = (await busy.Newcomer(), other.Coordinator);
        await Queue.Add(host, busy.Id, newcomer, NoticeKind.PairingIntroduced, 100);
        List<string> call = [];
        host.After(5, async () => call = await Queue.Add(host, other.Id, coordinator, NoticeKind.CoordinatorLook, 1));

        await Queue.Send(host);

        Assert.Equal(101, host.Sent.Count);
        Assert.InRange(host.Sent.IndexOf(Assert.Single(call)), 5, AtATime);
    }

    [Fact]
    public async Task A_call_that_was_tried_before_says_that_it_may_be_a_repeat_and_nothing_else_does()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var (newcomer, mentor) = (await community.Newcomer(), await community.Mentor());
        var call = await Queue.Add(host, community.Id, mentor, NoticeKind.SomeoneAsksForContact, 1);
        await Queue.Add(host, community.Id, newcomer, NoticeKind.PairingIntroduced, 1);
        host.Mail.FailsWith = new EmailUnavailable("timeout");
        await Queue.Send(host);
        host.Mail.FailsWith = null;
        host.Clock.Advance(Duration.FromMinutes(2));
        var later = await Queue.Add(host, community.Id, mentor, NoticeKind.SomeoneAsksForContact, 1);
        await Queue.Send(host);

        Assert.Equal(3, host.Mail.All.Count());
        var repeated = Assert.Single(host.Mail.All, m => m.Body.StartsWith("You may have had this note before.", StringComparison.Ordinal));
        Assert.Equal(Assert.Single(call), repeated.MessageId);
        Assert.NotEqual(Assert.Single(later), repeated.MessageId);
    }

    /// <summary>Something happens after so many hand-overs.</summary>
    private sealed class BusyHost : ApiHost, IEmailTransport
    {
        private (int Count, Func<Task> Do) _next = (0, () => Task.CompletedTask);

        public List<string> Sent { get; } = [];

        public void After(int count, Func<Task> what) => _next = (count, what);

        public Task Send(EmailMessage email, CancellationToken cancellationToken)
        {
            Sent.Add(email.MessageId);
            return Sent.Count == _next.Count ? _next.Do() : Task.CompletedTask;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IEmailTransport>(_ => this));
        }
    }
}
