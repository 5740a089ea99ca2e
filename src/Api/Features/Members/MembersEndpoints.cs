using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Mentorship.Api.Features.Members;

internal static class MembersEndpoints
{
    public static void MapMembers(this RouteGroupBuilder community)
    {
        community.MapMyself();
        var members = community.MapGroup("/members").WithTags("Members");
        members.MapGet("/", List).Does<MembersForReview>().RequireRole(Roles.Coordinator)
            .WithSummary("Every member, in the order of joining; never a contact detail");
        members.MapPost("/", Add).Does<AddMember>().TakesIdempotencyKey().RequireRole(Roles.Coordinator)
            .WithSummary("Add one person by hand; nobody is told");
        members.MapGet("/{member:guid}", Review).Does<MemberForReview>().RequireRole(Roles.Coordinator)
            .WithSummary("One member, as a review needs");
        members.MapPost("/{member:guid}/vetting", Vet).Does<VetMentor>().RequireRole(Roles.Coordinator)
            .WithSummary("Vouch for a mentor whom you have met");
        members.MapDelete("/{member:guid}/vetting", Withdraw).Does<WithdrawVetting>().RequireRole(Roles.Coordinator)
            .WithSummary("Take the vetting back");
    }

    private static async Task<Ok<Page<ListedMember>>> List(
        CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new MembersForReview(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<Created<MemberAdded>> Add(
        CurrentMember me, IMediator mediator, NewMember person, CancellationToken cancellation)
    {
        var id = await mediator.Send(new AddMember(me.Actor, person), cancellation);
        return TypedResults.Created($"/api/v1/communities/{me.Actor.Community}/members/{id}", new MemberAdded(id.Value));
    }

    private static async Task<VersionedOk<ReviewedMember>> Review(
        CurrentMember me, IMediator mediator, Guid member, CancellationToken cancellation)
    {
        var found = await mediator.Send(new MemberForReview(me.Actor, new(member)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<NoContent> Vet(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid member, VettingBody? body, CancellationToken cancellation)
    {
        await mediator.Send(new VetMentor(me.Actor, new(member), ifMatch.Version, body?.On, body?.ProgrammeWorked), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Withdraw(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid member, CancellationToken cancellation)
    {
        await mediator.Send(new WithdrawVetting(me.Actor, new(member), ifMatch.Version), cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="Id">The member.</param>
    public sealed record MemberAdded(Guid Id);

    /// <param name="On">Since which day; today in the community's zone when left out, never later.</param>
    /// <param name="ProgrammeWorked">Whether you checked that they have worked their programme; what they said stays when left out.</param>
    public sealed record VettingBody(LocalDate? On, bool? ProgrammeWorked);
}
