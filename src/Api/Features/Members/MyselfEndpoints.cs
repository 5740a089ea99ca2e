using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using static Mentorship.Api.Http.Answers;

namespace Mentorship.Api.Features.Members;

internal static class MyselfEndpoints
{
    public static void MapMyself(this RouteGroupBuilder community)
    {
        var me = community.MapGroup("/members/me").WithTags("Members");
        me.MapGet("/", Read).Does<ReadMyself>().WithSummary("Yourself in this community");
        me.MapPut("/profile", Describe).Does<DescribeMyself>().WithSummary("Set your whole profile");
        me.MapPut("/contact", Reach).Does<ChangeContact>().WithSummary("Set how you can be reached; a new address is used once its mailbox has said yes");
        me.MapPut("/mentor-offer", Offer).Does<OfferToMentor>().WithSummary("Offer to mentor, or set your whole offer");
        me.MapPost("/mentor-offer/confirmation", Confirm).Does<ConfirmAvailability>()
            .WithSummary("Say that you are still available; needs no If-Match");
        me.MapPost("/pause", Pause).Does<TakeABreak>().WithSummary("Take nobody new for a while, without a reason; needs no If-Match");
        me.MapPost("/resumption", Resume).Does<ComeBack>().WithSummary("Be available again; needs no If-Match");
    }

    private static async Task<VersionedOk<MyselfView>> Read(CurrentMember me, IMediator mediator, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadMyself(me.Actor), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static Task<NoContent> Describe(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, ProfileInput profile, CancellationToken cancellation) =>
        Do(mediator, new DescribeMyself(me.Actor, ifMatch.Version, profile), cancellation);

    private static Task<NoContent> Reach(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, ContactBody body, CancellationToken cancellation) =>
        Do(mediator, new ChangeContact(me.Actor, ifMatch.Version, body.Email, body.Phone), cancellation);

    private static Task<NoContent> Offer(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, MentorOfferInput offer, CancellationToken cancellation) =>
        Do(mediator, new OfferToMentor(me.Actor, ifMatch.Version, offer), cancellation);

    private static Task<NoContent> Confirm(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        Do(mediator, new ConfirmAvailability(me.Actor), cancellation);

    private static Task<NoContent> Pause(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        Do(mediator, new TakeABreak(me.Actor), cancellation);

    private static Task<NoContent> Resume(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        Do(mediator, new ComeBack(me.Actor), cancellation);

    /// <param name="Email">Where notes go; to a new address once it was confirmed by the link of the note that goes there now.</param>
    /// <param name="Phone">With + and the country code; null for none.</param>
    public sealed record ContactBody(string? Email, string? Phone);
}
