using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Allotments;

internal static class AllotmentsEndpoints
{
    public static void MapAllotments(this RouteGroupBuilder community)
    {
        var allotments = community.MapGroup("/allotments").WithTags("Matching").RequireRole(Roles.Coordinator);
        allotments.MapPost("/", Allot).Does<AllotMentors>().WithSummary("Match all open requests at once, as a draft");
        allotments.MapGet("/{allotment:guid}", Read).Does<ReadAllotment>().WithSummary("One allotment: how far it is, and its lines");
        allotments.MapPost("/{allotment:guid}/publish", Publish).Does<PublishAllotment>().TakesIdempotencyKey()
            .WithSummary("Propose all or some of an allotment's lines, for review");
    }

    private static async Task<Results<Created<AllotmentView>, Accepted<AllotmentView>>> Allot(
        CurrentMember me, IMediator mediator, OrderBody? body, CancellationToken cancellation)
    {
        var id = await mediator.Send(new AllotMentors(me.Actor, (body ?? new()).Read()), cancellation);
        var view = (await mediator.Send(new ReadAllotment(me.Actor, id), cancellation)).View;
        var address = $"/api/v1/communities/{me.Actor.Community}/allotments/{id}";
        return view.State == DraftState.Ready ? TypedResults.Created(address, view) : TypedResults.Accepted(address, view);
    }

    private static async Task<VersionedOk<AllotmentView>> Read(CurrentMember me, IMediator mediator, Guid allotment, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadAllotment(me.Actor, new(allotment)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<Ok<PublicationView>> Publish(
        CurrentMember me, IMediator mediator, Guid allotment, PublicationBody? body, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new PublishAllotment(me.Actor, new(allotment), body?.Read()), cancellation));

    /// <param name="Objective">What counts first; mostPeople when left out.</param>
    /// <param name="Spread">Thousandths of fit that each further newcomer of one mentor costs, 0 to 1000; the community's policy when left out.</param>
    /// <param name="Pinned">Pairs that are kept.</param>
    /// <param name="Forbidden">Pairs that are not made.</param>
    public sealed record OrderBody(
        Objective? Objective = null, int? Spread = null, IReadOnlyList<PlacementBody>? Pinned = null, IReadOnlyList<PlacementBody>? Forbidden = null)
    {
        internal AllotmentOrder Read() => new(
            Objective ?? Domain.Matching.Objective.MostPeople, Spread, [.. Pinned?.Select(p => p.Read()) ?? []], [.. Forbidden?.Select(p => p.Read()) ?? []]);
    }

    /// <param name="RequestId">The request.</param>
    /// <param name="MentorId">The mentor.</param>
    public sealed record PlacementBody(Guid RequestId, Guid MentorId)
    {
        internal Placement Read() => new(new(RequestId), new(MentorId));
    }

    /// <param name="Requests">Whose lines; all when left out.</param>
    public sealed record PublicationBody(IReadOnlyList<Guid>? Requests = null)
    {
        internal IReadOnlyList<RequestId>? Read() => Requests is null ? null : [.. Requests.Select(id => new RequestId(id))];
    }
}
