using MediatR;
using Mentorship.Api.Http;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.Pairings;

internal static class PairingsEndpoints
{
    public static void MapPairings(this RouteGroupBuilder community)
    {
        var pairings = community.MapGroup("/pairings").WithTags("Pairings");
        pairings.MapGet("/", Mine).WithSummary("Your own pairings");
        pairings.MapGet("/for-review", ForReview).WithSummary("Every pairing, for review").RequireRole(Roles.Coordinator);
        pairings.MapGet("/{pairing:guid}", Read).WithSummary("One of your pairings, with what the other chose to share");
        pairings.MapPost("/{pairing:guid}/approval", Approve).WithSummary("Approve a proposal; the mentor is asked first").RequireRole(Roles.Coordinator);
        pairings.MapPost("/{pairing:guid}/dismissal", Dismiss).WithSummary("Dismiss a proposal silently").RequireRole(Roles.Coordinator);
        pairings.MapPost("/{pairing:guid}/acceptance", Accept).WithSummary("Say yes, and choose what the other may see");
        pairings.MapPost("/{pairing:guid}/refusal", Decline).WithSummary("Say no, without a reason");
        pairings.MapPost("/{pairing:guid}/first-meeting", FirstMeeting).WithSummary("Record that you have met or spoken");
        pairings.MapPost("/{pairing:guid}/pause", Pause).WithSummary("Pause it, without a reason");
        pairings.MapPost("/{pairing:guid}/resumption", Resume).WithSummary("Go on after a pause");
        pairings.MapPost("/{pairing:guid}/end", End).WithSummary("End it, without a reason");
    }

    private static async Task<IResult> Mine(CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new MyPairings(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<IResult> ForReview(CurrentMember me, IMediator mediator, PairingState? state, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new PairingsForReview(me.Actor, state, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<IResult> Read(CurrentMember me, IMediator mediator, HttpContext http, Guid pairing, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadPairing(me.Actor, new(pairing)), cancellation);
        return found.View.WithETag(found.Version, http);
    }

    private static Task<IResult> Approve(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, ApprovalBody? body, CancellationToken cancellation) =>
        Do(mediator, new ApprovePairing(me.Actor, new(pairing), ifMatch.Version, body?.OverrideReason), cancellation);

    private static Task<IResult> Dismiss(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new DismissPairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<IResult> Accept(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, AcceptanceBody? body, CancellationToken cancellation) =>
        Do(mediator, new AcceptPairing(me.Actor, new(pairing), ifMatch.Version, (body ?? new(false, false)).Shares), cancellation);

    private static Task<IResult> Decline(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new DeclinePairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<IResult> FirstMeeting(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new RecordFirstMeeting(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<IResult> Pause(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new PausePairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<IResult> Resume(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new ResumePairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<IResult> End(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new EndPairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static async Task<IResult> Do(IMediator mediator, IRequest<Unit> command, CancellationToken cancellation)
    {
        await mediator.Send(command, cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="OverrideReason">Why a literature or custom norm is overridden; at most 2,000 characters. Kept sealed.</param>
    public sealed record ApprovalBody(string? OverrideReason);

    /// <param name="ShareEmail">Whether the other side may see your e-mail address once both said yes.</param>
    /// <param name="SharePhone">Whether the other side may see your telephone number once both said yes.</param>
    public sealed record AcceptanceBody(bool ShareEmail, bool SharePhone)
    {
        internal ContactShare Shares => (ShareEmail ? ContactShare.Email : 0) | (SharePhone ? ContactShare.Phone : 0);
    }
}
