using System.Net;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Engines;

namespace Mentorship.Api.Tests.Pairings;

public sealed class ReadPairingTests
{
    [PostgreSqlFact]
    public async Task Two_engines_in_one_process_each_read_a_pairing_by_their_own_model()
    {
        using var sqlite = new ApiHost();
        await using var postgreSql = await EngineHost.On(Engine.PostgreSql);
        foreach (var host in (ApiHost[])[sqlite, postgreSql.Api, sqlite])
        {
            var community = await SampleCommunity.In(host);
            var mentor = await community.Mentor();
            var pairing = await community.ApprovedOffer(await community.Request(await community.Newcomer()), mentor);
            Assert.Equal(HttpStatusCode.OK, (await mentor.Http.GetAsync($"{community.Path}/pairings/{pairing}")).StatusCode);
        }
    }
}
