using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>What waits in the outbox of a community, and the job that sends it.</summary>
internal static class Queue
{
    /// <summary>Notices to a member that were made so long ago, each about a row of its own; answers the ids of their mails.</summary>
    public static Task<List<string>> Add(ApiHost host, CommunityId community, Person to, NoticeKind kind, int count, Duration ago = default) =>
        host.Inside(community, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var notices = Enumerable.Range(0, count)
                .Select(_ => new Notice(community, Guid.CreateVersion7(), new Telling(to.Id, kind), host.Clock.Now - ago)).ToList();
            db.AddRange(notices);
            await db.SaveChangesAsync();
            return notices.Select(n => n.Id.ToString()).ToList();
        });

    public static Task Send(ApiHost host) =>
        Timetable.Standard.Get("send-notices").Run(host.Services.GetRequiredService<IServiceScopeFactory>(), default);
}
