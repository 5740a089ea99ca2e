using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Repeats;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Http;

public sealed class KeptAnswersTests : IDisposable
{
    private static readonly byte[] Key = new byte[32], Request = new byte[32];

    private readonly ApiHost _host = new();

    [Fact]
    public async Task Who_loses_a_key_to_another_that_lets_go_of_it_at_once_holds_it()
    {
        var community = await SampleCommunity.In(_host);
        var (row, isOurs) = await _host.Inside(community.Id, services =>
        {
            var (db, other) = (services.GetRequiredService<MentorshipDb>(), default(KeptAnswer));
            db.SavingChanges += (_, _) => other ??= Faster(community);
            db.SaveChangesFailed += (_, _) => LetGo(community.Id, other!);
            return Hold(services, community);
        });
        Assert.True(isOurs);
        Assert.True(row.IsInFlight);
    }

    public void Dispose() => _host.Dispose();

    // Events of EF Core do not wait, so these do.
    private KeptAnswer Faster(SampleCommunity community) =>
        _host.Inside(community.Id, services => Hold(services, community)).GetAwaiter().GetResult().Row;

    private void LetGo(CommunityId community, KeptAnswer row) => _host.Inside(community, async services =>
    {
        await services.GetRequiredService<KeptAnswers>().Release(row);
        return true;
    }).GetAwaiter().GetResult();

    private Task<(KeptAnswer Row, bool IsOurs)> Hold(IServiceProvider services, SampleCommunity community) =>
        services.GetRequiredService<KeptAnswers>().Hold(community.Coordinator.Id, Key, Request, _host.Clock.Now, default);
}
