using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Inbox;

public sealed class ReadNoticeTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_notice_is_read_when_its_recipient_says_so_once_and_not_by_looking()
    {
        var (community, me, id) = await ANotice();
        Assert.Equal(JsonValueKind.Null, (await Only(community, me)).GetProperty("readAt").ValueKind);
        var read = host.Clock.Now;
        await me.Post($"{community.Path}/inbox/{id}/read").Is(HttpStatusCode.NoContent);
        host.Clock.Advance(Duration.FromHours(1));
        await me.Post($"{community.Path}/inbox/{id}/read").Is(HttpStatusCode.NoContent);
        Assert.Equal(read.ToString(), (await Only(community, me)).GetProperty("readAt").GetString());
    }

    [Fact]
    public async Task To_everybody_else_there_is_no_such_notice()
    {
        var (community, me, id) = await ANotice();
        await community.Coordinator.Post($"{community.Path}/inbox/{id}/read").Is(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(JsonValueKind.Null, (await Only(community, me)).GetProperty("readAt").ValueKind);
    }

    [Fact]
    public async Task Reading_while_the_mail_is_handed_over_keeps_that_it_was_sent()
    {
        var (community, me, id) = await ANotice();
        var state = await host.Inside(community.Id, async services =>
        {
            var (outbox, db) = (services.GetRequiredService<Sending>(), services.GetRequiredService<MentorshipDb>());
            var notice = Assert.Single(await outbox.Claim(Channel.Email, host.Clock.Now, Duration.FromMinutes(5), 10, default));
            await me.Post($"{community.Path}/inbox/{id}/read").Is(HttpStatusCode.NoContent);
            outbox.Watch(notice);
            notice.Sent(host.Clock.Now);
            await outbox.Record(notice);
            return (await db.Notices.AsNoTracking().SingleAsync()).State;
        });
        Assert.Equal(NoticeState.Sent, state);
    }

    private async Task<(SampleCommunity Community, Person Me, Guid Notice)> ANotice()
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Newcomer();
        await community.Request(me);
        return (community, me, (await Only(community, me)).GetProperty("id").GetGuid());
    }

    private static async Task<JsonElement> Only(SampleCommunity community, Person me) =>
        Assert.Single(await me.Items($"{community.Path}/inbox"));
}
