using Mentorship.Api.Features.Notices;
using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class DueCommunitiesTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_community_that_fails_between_two_others_holds_up_neither_and_is_reported_at_the_end()
    {
        for (var i = 0; i < 3; i++) await IntroducedPair.In(_host);
        var due = await Due();
        Assert.Equal(3, due.Count);
        var entry = JobEntry.InTurns("send-notices", Duration.FromSeconds(5), Work.Notices, (actor, few) =>
            actor.Community == due[1] ? throw new InvalidOperationException("marker-secret") : new SendNotices(actor, few));
        var runner = new JobRunner(
            _host.Services.GetRequiredService<IServiceScopeFactory>(), new JobLedger(_host.Clock), _host.Services.GetRequiredService<ILogger<JobRunner>>());

        await Assert.ThrowsAsync<JobFailed>(() => runner.Run(entry, default));

        Assert.Equal([due[1]], await Due());
        foreach (var community in due) Assert.Equal(community == due[1], await IsWaiting(community));
        Assert.Contains(_host.Log.All, line => line.Contains($"failed in community {due[1]} with InvalidOperationException"));
        Assert.DoesNotContain(_host.Log.All, line => line.Contains("marker-secret"));
    }

    public void Dispose() => _host.Dispose();

    private async Task<IReadOnlyList<CommunityId>> Due()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueWork>().Communities(Work.Notices, _host.Clock.Now, default);
    }

    private Task<bool> IsWaiting(CommunityId community) => _host.Inside(community, services =>
        services.GetRequiredService<MentorshipDb>().Notices.AnyAsync(n => n.State == NoticeState.Waiting));
}
