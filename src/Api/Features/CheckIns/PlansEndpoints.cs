using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using static Mentorship.Api.Http.Answers;

namespace Mentorship.Api.Features.CheckIns;

internal static class PlansEndpoints
{
    public static void MapPlans(this RouteGroupBuilder community)
    {
        var ofPairing = community.MapGroup("/pairings/{pairing:guid}/plans").WithTags("Check-ins");
        ofPairing.MapGet("/", OfPairing).Does<PlansOfPairing>().WithSummary("When you are asked, and the next times on both your clocks");
        ofPairing.MapPost("/", Add).Does<AddPlan>().TakesIdempotencyKey().WithSummary("Be asked in one more layer");

        var plans = community.MapGroup("/plans/{plan:guid}").WithTags("Check-ins");
        plans.MapPut("/", Change).Does<ChangePlan>().WithSummary("Change when and how deep you are asked");
        plans.MapDelete("/", End).Does<EndPlan>().WithSummary("Be asked no more in this layer");
        plans.MapPut("/taper", Take).Does<TakeTaper>().WithSummary("Begin close together and grow rarer");
        plans.MapDelete("/taper", Decline).Does<DeclineTaper>().WithSummary("Stay at the rhythm that you have now");

        var daysOff = community.MapGroup("/members/me/days-off").WithTags("Check-ins");
        daysOff.MapGet("/", ReadDaysOff).Does<MyDaysOff>().WithSummary("On which dates you are not asked, in whatever pairing");
        daysOff.MapPut("/", TakeOff).Does<SetDaysOff>().WithSummary("Say so anew: a holiday, or a rest until a date");

        var quiet = community.MapGroup("/members/me/quiet-hours").WithTags("Inbox");
        quiet.MapGet("/", ReadQuiet).Does<MyQuietHours>().WithSummary("Between which times nothing is sent to you that can wait");
        quiet.MapPut("/", SetQuiet).Does<SetQuietHours>().WithSummary("Change them; both times alike for none");
    }

    private static async Task<Ok<Page<PlanView>>> OfPairing(CurrentMember me, IMediator mediator, Guid pairing, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new PlansOfPairing(me.Actor, new(pairing)), cancellation));

    private static async Task<Created<PlanMade>> Add(CurrentMember me, IMediator mediator, Guid pairing, PlanBody body, CancellationToken cancellation)
    {
        var id = await mediator.Send(new AddPlan(me.Actor, new(pairing), body.Layer, body.Rhythm, body.At, body.ZoneId), cancellation);
        return TypedResults.Created($"/api/v1/communities/{me.Actor.Community}/pairings/{pairing}/plans", new PlanMade(id.Value));
    }

    private static Task<NoContent> Change(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid plan, PlanBody body, CancellationToken cancellation) =>
        Do(mediator, new ChangePlan(me.Actor, new(plan), ifMatch.Version, body.Layer, body.Rhythm, body.At, body.ZoneId), cancellation);

    private static Task<NoContent> End(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid plan, CancellationToken cancellation) =>
        Do(mediator, new EndPlan(me.Actor, new(plan), ifMatch.Version), cancellation);

    private static async Task<Ok<DaysOffView>> ReadDaysOff(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok((await mediator.Send(new MyDaysOff(me.Actor), cancellation)).View);

    private static Task<NoContent> TakeOff(CurrentMember me, IMediator mediator, DaysOffBody body, CancellationToken cancellation) =>
        Do(mediator, new SetDaysOff(me.Actor, body.Spans), cancellation);

    private static Task<NoContent> Take(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid plan, CancellationToken cancellation) =>
        Do(mediator, new TakeTaper(me.Actor, new(plan), ifMatch.Version), cancellation);

    private static Task<NoContent> Decline(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid plan, CancellationToken cancellation) =>
        Do(mediator, new DeclineTaper(me.Actor, new(plan), ifMatch.Version), cancellation);

    private static async Task<Ok<QuietHoursView>> ReadQuiet(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new MyQuietHours(me.Actor), cancellation));

    private static Task<NoContent> SetQuiet(CurrentMember me, IMediator mediator, QuietHoursBody body, CancellationToken cancellation) =>
        Do(mediator, new SetQuietHours(me.Actor, body.From, body.To), cancellation);

    /// <param name="Layer">daily, weekly, monthly or quarterly.</param>
    /// <param name="Rhythm">daily, weekdays:Mon,Wed, weekly:Sun, every:3:2026-01-01 or monthly:31.</param>
    /// <param name="At">Local time, HH:mm.</param>
    /// <param name="ZoneId">IANA zone.</param>
    public sealed record PlanBody(Layer Layer, string Rhythm, string At, string ZoneId);

    /// <param name="Id">The plan.</param>
    public sealed record PlanMade(Guid Id);

    /// <param name="Spans">All of them, both ends included; at most thirty, none longer than a year.</param>
    public sealed record DaysOffBody(IReadOnlyList<DaysOffSpan> Spans);

    /// <param name="From">Local time, HH:mm.</param>
    /// <param name="To">Local time, HH:mm.</param>
    public sealed record QuietHoursBody(string From, string To);
}
