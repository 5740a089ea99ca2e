using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Progress;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using static Mentorship.Api.Http.Answers;

namespace Mentorship.Api.Features.Progress;

/// <summary>No address names a pathway or a step that would tell what happened: both are in the body.</summary>
internal static class ProgressEndpoints
{
    public static void MapProgress(this RouteGroupBuilder community)
    {
        var mine = community.MapGroup("/progress").WithTags("Progress");
        mine.MapGet("/", Read).Does<ReadProgress>().WithSummary("What you keep of your own way");
        mine.MapPost("/", Record).Does<RecordProgress>().TakesIdempotencyKey().WithSummary("Begin to keep your own time on a pathway");
        mine.MapGet("/{progress:guid}", ReadOne).Does<ReadOneProgress>().WithSummary("What you keep on one pathway");
        mine.MapPut("/{progress:guid}/time", Change).Does<ChangeTime>().WithSummary("Set your first day anew; you say whether the time before stays");
        mine.MapDelete("/{progress:guid}/time", Forget).Does<ForgetTime>().WithSummary("Keep no date any more");
        mine.MapPut("/{progress:guid}/time/audience", ShareTime).Does<ShareTime>()
            .WithSummary("Show your time to your mentor, or hide it; needs no If-Match, so that hiding never fails");
        mine.MapPut("/{progress:guid}/work", SetWork).Does<SetWork>().WithSummary("Mark what of your pathway's numbers is done or being worked on");
        mine.MapPut("/{progress:guid}/work/audience", ShareWork).Does<ShareWork>()
            .WithSummary("Show your work to your mentor, or hide it; needs no If-Match, so that hiding never fails");
    }

    private static async Task<Ok<OwnProgress>> Read(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadProgress(me.Actor), cancellation));

    private static async Task<Created<ProgressMade>> Record(CurrentMember me, IMediator mediator, ProgressBody body, CancellationToken cancellation)
    {
        var id = await mediator.Send(new RecordProgress(me.Actor, body.Pathway, body.Since, body.Definition), cancellation);
        return TypedResults.Created($"/api/v1/communities/{me.Actor.Community}/progress/{id}", new ProgressMade(id.Value));
    }

    private static async Task<VersionedOk<ProgressView>> ReadOne(CurrentMember me, IMediator mediator, Guid progress, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadOneProgress(me.Actor, new(progress)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<Ok<TimeKept>> Change(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid progress, TimeBody body, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(
            new ChangeTime(me.Actor, new(progress), ifMatch.Version, body.Since, body.Definition, body.EarlierStays, body.EarlierUntil), cancellation));

    private static Task<NoContent> Forget(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid progress, CancellationToken cancellation) =>
        Do(mediator, new ForgetTime(me.Actor, new(progress), ifMatch.Version), cancellation);

    private static Task<NoContent> ShareTime(CurrentMember me, IMediator mediator, Guid progress, ShownBody body, CancellationToken cancellation) =>
        Do(mediator, new ShareTime(me.Actor, new(progress), body.Audience), cancellation);

    private static Task<NoContent> SetWork(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid progress, WorkBody body, CancellationToken cancellation) =>
        Do(mediator, new SetWork(me.Actor, new(progress), ifMatch.Version, body.Marks), cancellation);

    private static Task<NoContent> ShareWork(CurrentMember me, IMediator mediator, Guid progress, ShownBody body, CancellationToken cancellation) =>
        Do(mediator, new ShareWork(me.Actor, new(progress), body.Audience), cancellation);

    /// <param name="Pathway">Catalogue id.</param>
    /// <param name="Since">Your first day; leave it out to count nothing yet. Medicine taken as prescribed never changes it.</param>
    /// <param name="Definition">What you count, at most 200 characters; only where your pathway leaves that to you.</param>
    public sealed record ProgressBody(string Pathway, LocalDate? Since, string? Definition);

    /// <param name="Id">What you keep on that pathway.</param>
    public sealed record ProgressMade(Guid Id);

    /// <param name="Since">Your first day. Medicine taken as prescribed never changes it.</param>
    /// <param name="Definition">What you count, at most 200 characters; only where your pathway leaves that to you.</param>
    /// <param name="EarlierStays">True where a new time begins and the one before stays yours; false where the date was only wrong.</param>
    /// <param name="EarlierUntil">The day on which the time before was over; your new first day when left out.</param>
    public sealed record TimeBody(LocalDate Since, string? Definition, bool EarlierStays, LocalDate? EarlierUntil);

    /// <param name="Marks">One for each number that is begun; a number that is left out is not.</param>
    public sealed record WorkBody(IReadOnlyList<WorkMark> Marks);

    /// <param name="Audience">me or mentor.</param>
    public sealed record ShownBody(Audience Audience);
}
