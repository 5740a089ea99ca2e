using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain.Progress;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Progress;

internal static class TogetherEndpoints
{
    public static void MapTogether(this RouteGroupBuilder community)
    {
        var pairing = community.MapGroup("/pairings/{pairing:guid}").WithTags("Progress");
        pairing.MapGet("/progress", Shared).Does<SharedProgress>().WithSummary("What the mentor sees of the newcomer's own way, for both of you");
        pairing.MapPut("/progress/carry-over", CarryOver).Does<SetCarryOver>()
            .WithSummary("Say whether this mentor may see what was shown before; needs no If-Match, so that taking it back never fails");
        pairing.MapGet("/goals", Goals).Does<GoalsOfPairing>().WithSummary("The goals that you two set");
        pairing.MapPost("/goals", Set).Does<SetGoal>().TakesIdempotencyKey().WithSummary("Set a goal together");
        pairing.MapPut("/goals/{goal:guid}", Change).Does<ChangeGoal>().WithSummary("Word a goal anew, or say how it stands");
    }

    private static async Task<Ok<SharedProgressView>> Shared(CurrentMember me, IMediator mediator, Guid pairing, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new SharedProgress(me.Actor, new(pairing)), cancellation));

    private static async Task<NoContent> CarryOver(
        CurrentMember me, IMediator mediator, Guid pairing, CarryOverBody body, CancellationToken cancellation)
    {
        await mediator.Send(new SetCarryOver(me.Actor, new(pairing), body.Carries), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<GoalView>>> Goals(
        CurrentMember me, IMediator mediator, Guid pairing, Word<GoalState>? state, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new GoalsOfPairing(me.Actor, new(pairing), state?.Value), cancellation));

    private static async Task<Created<GoalMade>> Set(CurrentMember me, IMediator mediator, Guid pairing, GoalBody body, CancellationToken cancellation)
    {
        var id = await mediator.Send(new SetGoal(me.Actor, new(pairing), body.Text), cancellation);
        return TypedResults.Created($"/api/v1/communities/{me.Actor.Community}/pairings/{pairing}/goals/{id}", new GoalMade(id.Value));
    }

    private static async Task<NoContent> Change(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, Guid goal, ChangedGoalBody body, CancellationToken cancellation)
    {
        await mediator.Send(new ChangeGoal(me.Actor, new(pairing), new(goal), ifMatch.Version, body.Text, body.State), cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="Carries">Whether this mentor may see what was shown to mentors before.</param>
    public sealed record CarryOverBody(bool Carries);

    /// <param name="Text">One line of at most 500 characters.</param>
    public sealed record GoalBody(string Text);

    /// <param name="Text">One line of at most 500 characters.</param>
    /// <param name="State">open, reached or let-go.</param>
    public sealed record ChangedGoalBody(string Text, GoalState State);

    /// <param name="Id">The goal.</param>
    public sealed record GoalMade(Guid Id);
}
