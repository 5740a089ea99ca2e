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
/// A request that is sent twice under one key is done once. Refusals are not kept: what did nothing may be tried again.
/// <list type="number">
/// <item>Hold the key, saved for itself, so that a second request meets it: 409 while the first is at work, its answer afterwards.</item>
/// <item>Do the work and keep its answer in one transaction: there is never one without the other.</item>
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
        if (!isOurs) return Repeated(row, key);
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

    private async Task<object?> Once(KeptAnswer row, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
        var result = await next(context);
        var (status, location, body) = Parts(result);
        if (!await answers.Keep(row, status, location, body, context.HttpContext.RequestAborted)) throw InFlight();
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    private static IResult Repeated(KeptAnswer row, IdempotencyKey key)
    {
        if (!row.Request.AsSpan().SequenceEqual(key.Request))
            return Results.Problem(new ProblemDetails
            {
                Status = StatusCodes.Status422UnprocessableEntity,
                Detail = "This Idempotency-Key was used for something else. Use a new key for a new request.",
                Extensions = { ["code"] = "idempotency-key-reused" },
            });
        return row.IsInFlight ? throw InFlight() : new KeptResult(row.Status!.Value, row.Location, row.Body);
    }

    private (int Status, string? Location, byte[]? Body) Parts(object? result)
    {
        if (result is INestedHttpResult oneOfSeveral) result = oneOfSeveral.Result;
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        var location = result?.GetType().GetProperty("Location")?.GetValue(result) as string; // of Created<T>; no interface has it
        var body = result is IValueHttpResult { Value: { } value } ? JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json.Value.SerializerOptions) : null;
        return (status, location, body);
    }

    /// <summary>In a scope of its own: saved whatever becomes of the request's own changes.</summary>
    private async Task<T> Apart<T>(Func<KeptAnswers, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(me.Actor);
        return await work(scope.ServiceProvider.GetRequiredService<KeptAnswers>());
    }

    private static RuleBroken InFlight() => new("idempotency-key-in-flight", "The first request with this Idempotency-Key is still at work. Try again in a moment.");
}
