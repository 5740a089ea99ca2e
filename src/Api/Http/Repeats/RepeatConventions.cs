using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Http.Repeats;

/// <summary>On an endpoint that can be sent again under the same key.</summary>
/// <param name="Again">Reads what was made, by the id at the end of its Location; null where the answer is kept instead.</param>
internal sealed record TakesIdempotencyKey(Func<HttpContext, Guid, Task<object>>? Again);

internal static class RepeatConventions
{
    /// <summary>
    /// For what makes or sends something. An answer of ids and codes is kept for a day as it is; one that is a view names people, so it is
    /// not kept but read <paramref name="again"/>.
    /// </summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(
        this RouteHandlerBuilder builder, Func<HttpContext, Guid, Task<object>>? again = null) => builder
        .AddEndpointFilter<IdempotencyFilter>()
        .WithMetadata(new TakesIdempotencyKey(again))
        .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status422UnprocessableEntity, typeof(ProblemDetails), ["application/problem+json"]));
}
