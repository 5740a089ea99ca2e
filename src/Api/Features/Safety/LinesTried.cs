using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;

namespace Mentorship.Api.Features.Safety;

/// <summary>The lines to call that somebody of a community has tried, for the pages that show such lines to one of its members.</summary>
public sealed record LinesTried(Actor Actor) : IQuery<IReadOnlyList<TriedLine>>, IActed;

internal sealed class LinesTriedHandler(MentorshipDb db) : IRequestHandler<LinesTried, IReadOnlyList<TriedLine>>
{
    public async Task<IReadOnlyList<TriedLine>> Handle(LinesTried query, CancellationToken cancellation) =>
        (await db.PolicyOf(query.Actor.Community, cancellation)).TriedLines;
}
