using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Http.Repeats;

/// <summary>On an endpoint that can be sent again under the same key.</summary>
internal sealed record TakesIdempotencyKey;

internal static class RepeatConventions
{
    /// <summary>For what makes or sends something and answers ids only, because its answer is kept for a day as it is.</summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder builder) => builder
        .AddEndpointFilter<IdempotencyFilter>()
        .WithMetadata(new TakesIdempotencyKey())
        .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status422UnprocessableEntity, typeof(ProblemDetails), ["application/problem+json"]));
}
