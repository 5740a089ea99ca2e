using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Communities;

internal static class CommunitiesEndpoints
{
    public static void MapCommunity(this RouteGroupBuilder community)
    {
        community.MapGet("", Read).Does<ReadCommunity>().WithTags("Communities")
            .WithSummary("The community; for a coordinator with its policy");
        community.MapPut("/policy", Set).Does<SetPolicy>().WithTags("Communities").RequireRole(Roles.Coordinator)
            .WithSummary("Set the whole policy; If-Match is the community's ETag");
    }

    private static async Task<VersionedOk<CommunityView>> Read(CurrentMember me, IMediator mediator, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadCommunity(me.Actor), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<NoContent> Set(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, PolicyInput policy, CancellationToken cancellation)
    {
        await mediator.Send(new SetPolicy(me.Actor, ifMatch.Version, policy), cancellation);
        return TypedResults.NoContent();
    }
}
