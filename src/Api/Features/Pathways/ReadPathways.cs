using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain.Pathways;

namespace Mentorship.Api.Features.Pathways;

/// <summary>Every pathway of the catalogue, in the order in which they are shown.</summary>
public sealed record ReadPathways : IQuery<IReadOnlyList<PathwaySummary>>;

/// <summary>One pathway with its norms and milestones; 404 for an id that the catalogue does not have.</summary>
public sealed record ReadPathway(string Id) : IQuery<PathwayView>;

internal sealed class ReadPathwaysHandler
    : IRequestHandler<ReadPathways, IReadOnlyList<PathwaySummary>>, IRequestHandler<ReadPathway, PathwayView>
{
    public Task<IReadOnlyList<PathwaySummary>> Handle(ReadPathways query, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PathwaySummary>>([.. PathwayCatalogue.Current.All.Select(PathwaySummary.Of)]);

    public Task<PathwayView> Handle(ReadPathway query, CancellationToken cancellation) =>
        Task.FromResult(PathwayView.Of(PathwayCatalogue.Current.Get(query.Id)));
}
