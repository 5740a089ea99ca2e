using System.Text;
using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;
using static Mentorship.Api.Http.Answers;

namespace Mentorship.Api.Features.Allotments;

internal static class AllotmentsEndpoints
{
    public static void MapAllotments(this RouteGroupBuilder community)
    {
        var allotments = community.MapGroup("/allotments").WithTags("Matching").RequireRole(Roles.Coordinator);
        allotments.MapPost("/", Allot).Does<AllotMentors>().TakesIdempotencyKey(ReadAgain).TakesUpTo(4 * BodyLimit.Json)
            .WithSummary("Match all open requests at once, as a draft; 202 when it is worked on in the background");
        allotments.MapGet("/", List).Does<AllotmentsOfCommunity>().WithSummary("The community's allotments");
        allotments.MapGet("/{allotment:guid}", Read).Does<ReadAllotment>().WithSummary("One allotment: how far it is, and its lines");
        allotments.MapGet("/{allotment:guid}/report", Report).Does<ReadAllotmentReport>()
            .WithSummary("What an allotment found, and why nothing better exists");
        allotments.MapGet("/{allotment:guid}/report.csv", ReportAsCsv).Does<ReadAllotmentReport>().WithName("allotmentReportCsv")
            .Produces<string>(contentType: "text/csv").WithSummary("The same for a spreadsheet, a line for each request");
        allotments.MapPost("/{allotment:guid}/publish", Publish).Does<PublishAllotment>().TakesIdempotencyKey()
            .WithSummary("Propose all or some of an allotment's lines, for review");
        allotments.MapPost("/{allotment:guid}/cancel", Cancel).Does<CancelAllotment>().WithSummary("Stop the work on an allotment");
        allotments.MapPost("/{allotment:guid}/dismissal", Dismiss).Does<DismissAllotment>().WithSummary("Put a draft aside");
        allotments.MapPut("/{allotment:guid}/lines/{request:guid}", Place).Does<PlaceMentor>()
            .WithSummary("Put a mentor into a line of a draft");
        allotments.MapDelete("/{allotment:guid}/lines/{request:guid}", LeaveOut).Does<LeaveOutLine>()
            .WithSummary("Leave a line of a draft out");
        allotments.MapPost("/{allotment:guid}/lines/{request:guid}/restoration", Restore).Does<RestoreLine>()
            .WithSummary("Take an edit of a line back");
    }

    private static async Task<Results<Created<AllotmentView>, Accepted<AllotmentView>>> Allot(
        CurrentMember me, IMediator mediator, OrderBody? body, CancellationToken cancellation)
    {
        var id = await mediator.Send(new AllotMentors(me.Actor, (body ?? new()).Read()), cancellation);
        var view = (await mediator.Send(new ReadAllotment(me.Actor, id), cancellation)).View;
        var address = $"/api/v1/communities/{me.Actor.Community}/allotments/{id}";
        return view.State == DraftState.Ready ? TypedResults.Created(address, view) : TypedResults.Accepted(address, view);
    }

    private static async Task<object> ReadAgain(HttpContext http, Guid allotment)
    {
        var me = http.RequestServices.GetRequiredService<CurrentMember>();
        var mediator = http.RequestServices.GetRequiredService<IMediator>();
        return (await mediator.Send(new ReadAllotment(me.Actor, new(allotment)), http.RequestAborted)).View;
    }

    private static async Task<Ok<Page<AllotmentSummary>>> List(
        CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new AllotmentsOfCommunity(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<VersionedOk<AllotmentView>> Read(
        CurrentMember me, IMediator mediator, Guid allotment, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadAllotment(me.Actor, new(allotment)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<Ok<AllotmentReportView>> Report(
        CurrentMember me, IMediator mediator, Guid allotment, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadAllotmentReport(me.Actor, new(allotment)), cancellation));

    private static async Task<IResult> ReportAsCsv(CurrentMember me, IMediator mediator, Guid allotment, CancellationToken cancellation)
    {
        var report = await mediator.Send(new ReadAllotmentReport(me.Actor, new(allotment)), cancellation);
        return TypedResults.File(Encoding.UTF8.GetBytes(report.ToCsv()), "text/csv; charset=utf-8; header=present", "report.csv");
    }

    private static async Task<Ok<PublicationView>> Publish(
        CurrentMember me, IMediator mediator, Guid allotment, PublicationBody? body, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new PublishAllotment(me.Actor, new(allotment), body?.Read()), cancellation));

    private static Task<NoContent> Cancel(CurrentMember me, IMediator mediator, Guid allotment, CancellationToken cancellation) =>
        Do(mediator, new CancelAllotment(me.Actor, new(allotment)), cancellation);

    private static Task<NoContent> Dismiss(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid allotment, CancellationToken cancellation) =>
        Do(mediator, new DismissAllotment(me.Actor, new(allotment), ifMatch.Version), cancellation);

    private static Task<NoContent> Place(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid allotment, Guid request, LineBody body,
        CancellationToken cancellation) =>
        Do(mediator, new PlaceMentor(me.Actor, new(allotment), new(request), ifMatch.Version,
            new(body.MentorId), body.Pinned), cancellation);

    private static Task<NoContent> LeaveOut(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid allotment, Guid request, CancellationToken cancellation) =>
        Do(mediator, new LeaveOutLine(me.Actor, new(allotment), new(request), ifMatch.Version), cancellation);

    private static Task<NoContent> Restore(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid allotment, Guid request, CancellationToken cancellation) =>
        Do(mediator, new RestoreLine(me.Actor, new(allotment), new(request), ifMatch.Version), cancellation);

    /// <param name="Objective">What counts first; most-people when left out.</param>
    /// <param name="Spread">Thousandths of fit that each further newcomer of one mentor costs, 0–1000; the policy's when left out.</param>
    /// <param name="Pinned">Pairs that are kept.</param>
    /// <param name="Forbidden">Pairs that are not made.</param>
    public sealed record OrderBody(
        Objective? Objective = null, int? Spread = null, IReadOnlyList<PlacementBody>? Pinned = null,
        IReadOnlyList<PlacementBody>? Forbidden = null)
    {
        internal AllotmentOrder Read() => new(
            Objective ?? Domain.Matching.Objective.MostPeople, Spread,
            [.. Pinned?.Select(p => p.Read()) ?? []], [.. Forbidden?.Select(p => p.Read()) ?? []]);
    }

    /// <param name="RequestId">The request.</param>
    /// <param name="MentorId">The mentor.</param>
    public sealed record PlacementBody(Guid RequestId, Guid MentorId)
    {
        internal Placement Read() => new(new(RequestId), new(MentorId));
    }

    /// <param name="MentorId">Who stands in the line.</param>
    /// <param name="Pinned">Whether a literature or custom norm may be set aside, with a written reason at the approval.</param>
    public sealed record LineBody(Guid MentorId, bool Pinned = false);

    /// <param name="Requests">Whose lines; all when left out.</param>
    public sealed record PublicationBody(IReadOnlyList<Guid>? Requests = null)
    {
        internal IReadOnlyList<RequestId>? Read() => Requests is null ? null : [.. Requests.Select(id => new RequestId(id))];
    }
}
