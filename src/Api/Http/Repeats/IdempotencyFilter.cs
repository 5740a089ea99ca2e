using System.Text.Json;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Repeats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NodaTime;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Mentorship.Api.Http.Repeats;

/// <summary>
/// A request that is sent twice under one key is done once. Refusals that are thrown are not kept: what did nothing may be tried again.
/// <list type="number">
/// <item>Hold the key, saved for itself, so that a second request meets it: 409 while the first is at work, its answer afterwards.</item>
/// <item>Do the work and keep its answer in one transaction: there is never one without the other. When somebody else was faster, or the
/// database ended a deadlock by it, all of it is undone and done again.</item>
/// <item>Killed before the commit, nothing was done: when the lease ends, the next request under the key does it.</item>
/// </list>
/// </summary>
internal sealed class IdempotencyFilter(
    CurrentMember me, MentorshipDb db, KeptAnswers answers, IServiceScopeFactory scopes, IClock clock, IOptions<JsonOptions> json) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (IdempotencyKey.Of(context, json.Value.SerializerOptions) is not { } key) return await next(context);
        var cancellation = context.HttpContext.RequestAborted;
        var (row, isOurs) = await Apart(a => a.Hold(me.Actor.Member, key.Digest, key.Request, clock.GetCurrentInstant(), cancellation));
        if (!isOurs) return await Repeated(row, key, context.HttpContext);
        try
        {
            return await Once(row, context, next);
        }
        catch
        {
            await Apart(async a =>
            {
                await a.Release(row);
                return true;
            });
            throw;
        }
    }

    private Task<object?> Once(KeptAnswer row, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var cancellation = context.HttpContext.RequestAborted;
        return db.InRounds(InOneTransaction, cancellation);

        async Task<object?> InOneTransaction()
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var result = await next(context);
            var (status, location, body) = Parts(result, AgainOf(context.HttpContext) is null);
            if (!await answers.Keep(row, status, location, body, cancellation)) throw InFlight();
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
    }

    private async Task<IResult> Repeated(KeptAnswer row, IdempotencyKey key, HttpContext http)
    {
        if (!row.Request.AsSpan().SequenceEqual(key.Request))
            return Results.Problem(new ProblemDetails
            {
                Status = StatusCodes.Status422UnprocessableEntity,
                Detail = "This Idempotency-Key was used for something else. Use a new key for a new request.",
                Extensions = { ["code"] = "idempotency-key-reused" },
            });
        if (row.IsInFlight) throw InFlight();
        var body = AgainOf(http) is { } again && row.Location is { } made
            ? Json(await again(http, Guid.Parse(made.Split('/')[^1]))) : row.Body;
        return new KeptResult(row.Status!.Value, row.Location, body);
    }

    private static Func<HttpContext, Guid, Task<object>>? AgainOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<TakesIdempotencyKey>()?.Again;

    private (int Status, string? Location, byte[]? Body) Parts(object? result, bool withBody)
    {
        if (result is INestedHttpResult oneOfSeveral) result = oneOfSeveral.Result;
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        var location = result?.GetType().GetProperty("Location")?.GetValue(result) as string; // of Created<T>; no interface has it
        return (status, location, withBody && result is IValueHttpResult { Value: { } value } ? Json(value) : null);
    }

    private byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json.Value.SerializerOptions);

    /// <summary>In a scope of its own: saved whatever becomes of the request's own changes.</summary>
    private async Task<T> Apart<T>(Func<KeptAnswers, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(me.Actor);
        return await work(scope.ServiceProvider.GetRequiredService<KeptAnswers>());
    }

    private static RuleBroken InFlight() => new("idempotency-key-in-flight", "The first request with this Idempotency-Key is still at work. Try again in a moment.");
}
