using Mentorship.Api.Features.Webhooks;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Notices.Webhook;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Webhooks;

/// <summary>The service, which may tell a tool on this machine.</summary>
public sealed class WebhookHost(WebhookReceiver receiver) : ApiHost
{
    public WebhookReceiver Receiver => receiver;

    /// <summary>A community whose webhook is the receiver, which speaks no https, so that it is set past the door.</summary>
    internal async Task<(SampleCommunity Community, string Secret)> Told()
    {
        var community = await SampleCommunity.In(this);
        return await Inside(community.Id, async services =>
        {
            var (webhook, secret) = (new Webhook(community.Id), WebhookSignature.NewSecret());
            webhook.Set(receiver.Url, services.GetRequiredService<WebhookSecrets>().Seal(webhook.Id, secret), Clock.Now);
            var db = services.GetRequiredService<MentorshipDb>();
            db.Add(webhook);
            await db.SaveChangesAsync();
            return (community, secret);
        });
    }

    internal Task<int> Send(SampleCommunity community) => Send(new SendWebhooks(Actor.System(community.Id), 500));

    internal Task<int> Count(SampleCommunity community, NoticeState state) => Inside(community.Id, services =>
        services.GetRequiredService<MentorshipDb>().WebhookMessages.CountAsync(m => m.State == state));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton(new WebhookCaller(anywhere: true)));
    }
}
