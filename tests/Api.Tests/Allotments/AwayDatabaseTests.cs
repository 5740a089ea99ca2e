using Mentorship.Api.Features.Allotments;
using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Api.Tests.Allotments;

public class AwayDatabaseTests
{
    [Fact]
    public async Task When_the_database_goes_away_in_the_middle_the_solver_is_ended_and_the_next_worker_takes_it_up()
    {
        using var host = new StuckSolverHost();
        var (community, draft) = await BackgroundTests.Waiting(host);
        var (door, work) = (new AllotmentDoor(community), new WorkOnAllotments(Actor.System(community.Id)));

        host.Meanwhile = () => throw new IOException("The database is away.");
        await Assert.ThrowsAsync<IOException>(() => host.Send(work));
        Assert.True(host.Solver.HasGoneOn);
        Assert.Equal("working", (await door.Read(draft.Value)).Body.GetProperty("state").GetString());

        host.Clock.Advance(Duration.FromMinutes(1) + Duration.FromSeconds(1));
        Assert.Equal(1, await host.Send(work));
        Assert.Equal("ready", (await door.Read(draft.Value)).Body.GetProperty("state").GetString());
    }
}
