using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Matching;

internal static class MatchingEndpoints
{
    public static void MapMatching(this RouteGroupBuilder community)
    {
        var matching = community.MapGroup("").WithTags("Matching").RequireRole(Roles.Coordinator);
        matching.MapGet("/requests/{request:guid}/candidates", Candidates).Does<CandidatesForRequest>()
            .WithSummary("Who may be proposed, best first, and why the others may not");
        matching.MapPost("/requests/{request:guid}/proposals", Propose).Does<ProposePairing>().TakesIdempotencyKey().WithSummary("Propose a mentor, for review");
    }

    private static async Task<Ok<CandidatesView>> Candidates(
        CurrentMember me, IMediator mediator, Guid request, int? take, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new CandidatesForRequest(me.Actor, new(request), take ?? Shortlist.UsualLength), cancellation));

    private static async Task<Created<ProposalMade>> Propose(
        CurrentMember me, IMediator mediator, Guid request, ProposalBody body, CancellationToken cancellation)
    {
        var id = await mediator.Send(new ProposePairing(me.Actor, new(request), new(body.MentorId)), cancellation);
        return TypedResults.Created($"/api/v1/communities/{me.Actor.Community}/pairings/for-review/{id}", new ProposalMade(id.Value));
    }

    /// <param name="MentorId">Who is proposed.</param>
    public sealed record ProposalBody(Guid MentorId);

    /// <param name="Id">The pairing that was proposed.</param>
    public sealed record ProposalMade(Guid Id);
}
