using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Http;

internal static class Answers
{
    /// <summary>Does what has nothing to answer with: 204.</summary>
    public static async Task<NoContent> Do(IMediator mediator, IRequest<Unit> command, CancellationToken cancellation)
    {
        await mediator.Send(command, cancellation);
        return TypedResults.NoContent();
    }
}
