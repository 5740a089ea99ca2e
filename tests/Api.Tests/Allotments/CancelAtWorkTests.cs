using System.Net;
using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Tests.Matching;
using Mentorship.Domain;

namespace Mentorship.Api.Tests.Allotments;

public class CancelAtWorkTests
{
    [Fact]
    public async Task A_cancel_while_the_solver_is_at_work_leaves_nothing_behind_and_it_can_be_asked_for_again()
    {
        using var host = new StuckSolverHost();
        var (community, draft) = await BackgroundTests.Waiting(host);
        var door = new AllotmentDoor(community);
        host.Meanwhile = async () =>
        {
            Assert.Equal("working", (await door.Read(draft.Value)).Body.GetProperty("state").GetString());
            Assert.Equal(HttpStatusCode.NoContent, (await door.Send(HttpMethod.Post, $"/{draft}/cancel")).Status);
        };

        Assert.Equal(1, await host.Send(new WorkOnAllotments(Actor.System(community.Id))));

        Assert.True(host.Solver.HasGoneOn);
        var cancelled = await door.Read(draft.Value);
        Assert.Equal(("cancelled", 0), (cancelled.Body.GetProperty("state").GetString(), cancelled.Lines.Count));
        foreach (var step in (string[])["cancel", "publish"])
            Assert.Equal("allotment-wrong-state", (await door.Send(HttpMethod.Post, $"/{draft}/{step}", new { })).Code);
        Assert.Empty(await new MatchingDoor(community).ForReview());
        Assert.Equal(0, await host.Send(new WorkOnAllotments(Actor.System(community.Id))));

        var again = await door.Allot();
        Assert.Equal((HttpStatusCode.Created, "ready"), (again.Status, again.Body.GetProperty("state").GetString()));
        Assert.NotEqual(draft.Value, again.Id);
    }
}
