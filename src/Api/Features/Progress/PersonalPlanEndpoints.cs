using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;
using static Mentorship.Api.Http.Answers;

namespace Mentorship.Api.Features.Progress;

internal static class PersonalPlanEndpoints
{
    public static void MapPersonalPlan(this RouteGroupBuilder community)
    {
        var plan = community.MapGroup("/progress/plan").WithTags("Progress");
        plan.MapGet("/", Read).Does<ReadPersonalPlan>().WithSummary("What you wrote down for hard days");
        plan.MapPut("/", Set).Does<SetPersonalPlan>().WithSummary("Set all lines of it, in your order");
        plan.MapPut("/lines/{line:guid}/audience", Share).Does<SharePlanLine>()
            .WithSummary("Change who may see one line; needs no If-Match, so that hiding never fails");
        community.MapGet("/progress/support", Support).Does<ReadSupport>().WithTags("Progress")
            .WithSummary("What is there for you on a hard day; reading it changes nothing");
        community.MapGet("/members/{member:guid}/plan-lines", ForCoordinators).Does<PlanForCoordinators>().WithTags("Progress")
            .WithSummary("The lines that a member chose to show to coordinators, and nothing else").RequireRole(Roles.Coordinator);
    }

    private static async Task<VersionedOk<PersonalPlanView>> Read(CurrentMember me, IMediator mediator, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadPersonalPlan(me.Actor), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static Task<NoContent> Set(CurrentMember me, IMediator mediator, IfMatch ifMatch, PlanLinesBody body, CancellationToken cancellation) =>
        Do(mediator, new SetPersonalPlan(me.Actor, ifMatch.Version, body.Lines), cancellation);

    private static Task<NoContent> Share(CurrentMember me, IMediator mediator, Guid line, LineAudienceBody body, CancellationToken cancellation) =>
        Do(mediator, new SharePlanLine(me.Actor, line, body.Audience), cancellation);

    private static async Task<Ok<SupportView>> Support(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadSupport(me.Actor), cancellation));

    private static async Task<Ok<PersonalPlanView>> ForCoordinators(
        CurrentMember me, IMediator mediator, Guid member, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new PlanForCoordinators(me.Actor, new(member)), cancellation));

    /// <param name="Lines">At most 50, in your order. A line that was there and is left out is gone.</param>
    public sealed record PlanLinesBody(IReadOnlyList<LineInput> Lines);

    /// <param name="Audience">me, mentor or coordinator.</param>
    public sealed record LineAudienceBody(Audience Audience);
}
