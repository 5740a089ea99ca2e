using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using static Mentorship.Api.Http.Answers;

namespace Mentorship.Api.Features.Pairings;

internal static class PairingsEndpoints
{
    public static void MapPairings(this RouteGroupBuilder community)
    {
        var pairings = community.MapGroup("/pairings").WithTags("Pairings");
        pairings.MapGet("/", Mine).Does<MyPairings>().WithSummary("Your own pairings");
        pairings.MapGet("/for-review", ForReview).Does<PairingsForReview>().WithSummary("Every pairing, for review").RequireRole(Roles.Coordinator);
        pairings.MapGet("/for-review/{pairing:guid}", OneForReview).Does<PairingForReview>().WithSummary("One pairing, for review").RequireRole(Roles.Coordinator);
        pairings.MapGet("/{pairing:guid}", Read).Does<ReadPairing>().WithSummary("One of your pairings, with what the other chose to share");
        pairings.MapPost("/{pairing:guid}/approval", Approve).Does<ApprovePairing>().WithSummary("Approve a proposal; the mentor is asked first").RequireRole(Roles.Coordinator);
        pairings.MapPost("/{pairing:guid}/dismissal", Dismiss).Does<DismissPairing>().WithSummary("Dismiss a proposal silently").RequireRole(Roles.Coordinator);
        pairings.MapPost("/{pairing:guid}/acceptance", Accept).Does<AcceptPairing>().WithSummary("Say yes, and choose what the other may see");
        pairings.MapPost("/{pairing:guid}/refusal", Decline).Does<DeclinePairing>().WithSummary("Say no, without a reason");
        pairings.MapPost("/{pairing:guid}/first-talk", FirstMeeting).Does<RecordFirstMeeting>().WithSummary("Record that you have met or spoken");
        pairings.MapPut("/{pairing:guid}/next-talk", NextMeeting).Does<SetNextMeeting>().WithSummary("Say when you two next meet or speak, or that nothing is agreed");
        pairings.MapPost("/{pairing:guid}/pause", Pause).Does<PausePairing>().WithSummary("Pause it, without a reason");
        pairings.MapPost("/{pairing:guid}/resumption", Resume).Does<ResumePairing>().WithSummary("Go on after a pause");
        pairings.MapPost("/{pairing:guid}/end", End).Does<EndPairing>().WithSummary("End it, without a reason");
    }

    private static async Task<Ok<Page<PairingView>>> Mine(CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new MyPairings(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<Ok<Page<ReviewedPairing>>> ForReview(CurrentMember me, IMediator mediator, Word<PairingState>? state, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new PairingsForReview(me.Actor, state?.Value, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<VersionedOk<ReviewedPairing>> OneForReview(CurrentMember me, IMediator mediator, Guid pairing, CancellationToken cancellation)
    {
        var found = await mediator.Send(new PairingForReview(me.Actor, new(pairing)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<VersionedOk<PairingView>> Read(CurrentMember me, IMediator mediator, Guid pairing, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadPairing(me.Actor, new(pairing)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static Task<NoContent> Approve(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, ApprovalBody? body, CancellationToken cancellation) =>
        Do(mediator, new ApprovePairing(me.Actor, new(pairing), ifMatch.Version, body?.OverrideReason), cancellation);

    private static Task<NoContent> Dismiss(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new DismissPairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<NoContent> Accept(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, AcceptanceBody? body, CancellationToken cancellation) =>
        Do(mediator, new AcceptPairing(me.Actor, new(pairing), ifMatch.Version, (body ?? new(false, false)).Shares), cancellation);

    private static Task<NoContent> Decline(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new DeclinePairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<NoContent> FirstMeeting(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new RecordFirstMeeting(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<NoContent> NextMeeting(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, NextMeetingBody body, CancellationToken cancellation) =>
        Do(mediator, new SetNextMeeting(me.Actor, new(pairing), ifMatch.Version, body.At), cancellation);

    private static Task<NoContent> Pause(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new PausePairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<NoContent> Resume(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new ResumePairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    private static Task<NoContent> End(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid pairing, CancellationToken cancellation) =>
        Do(mediator, new EndPairing(me.Actor, new(pairing), ifMatch.Version), cancellation);

    /// <param name="OverrideReason">Why a literature or custom norm is overridden; at most 2,000 characters. Kept sealed.</param>
    public sealed record ApprovalBody(string? OverrideReason);

    /// <param name="At">UTC, to come and within a year; null when nothing is agreed.</param>
    public sealed record NextMeetingBody(Instant? At);

    /// <param name="ShareEmail">Whether the other side may see your e-mail address once both said yes.</param>
    /// <param name="SharePhone">Whether the other side may see your telephone number once both said yes.</param>
    public sealed record AcceptanceBody(bool ShareEmail, bool SharePhone)
    {
        internal ContactShare Shares => (ShareEmail ? ContactShare.Email : 0) | (SharePhone ? ContactShare.Phone : 0);
    }
}
