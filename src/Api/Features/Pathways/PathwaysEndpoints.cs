using MediatR;
using Mentorship.Api.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Pathways;

internal static class PathwaysEndpoints
{
    /// <summary>For every account, whether or not it is a member anywhere.</summary>
    public static void MapPathways(this RouteGroupBuilder api)
    {
        var pathways = api.MapGroup("/pathways").WithTags("Pathways");
        pathways.MapGet("/", All).Does<ReadPathways>().WithSummary("Every pathway, with what the two of a pair are called there");
        pathways.MapGet("/{pathway}", One).Does<ReadPathway>().WithSummary("One pathway with its norms and milestones");
    }

    private static async Task<Ok<IReadOnlyList<PathwaySummary>>> All(IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadPathways(), cancellation));

    private static async Task<Ok<PathwayView>> One(IMediator mediator, string pathway, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadPathway(pathway), cancellation));
}
