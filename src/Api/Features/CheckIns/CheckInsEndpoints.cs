using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.CheckIns;

internal static class CheckInsEndpoints
{
    public static void MapCheckIns(this RouteGroupBuilder community)
    {
        community.MapGet("/pairings/{pairing:guid}/check-ins", OfPairing).Does<CheckInsOfPairing>().WithTags("Check-ins")
            .WithSummary("The check-ins of one of your pairings, and the answers that you may see");

        var checkIns = community.MapGroup("/check-ins").WithTags("Check-ins");
        checkIns.MapGet("/", States).Does<CheckInStates>().WithSummary("Answered or missed, never words").RequireRole(Roles.Coordinator);
        checkIns.MapGet("/for-coordinators", Shared).Does<AnswersForCoordinators>().RequireRole(Roles.Coordinator)
            .WithSummary("The answers that members chose to show to coordinators, and nothing else");
        checkIns.MapGet("/{checkIn:guid}", Asked).Does<AskedCheckIn>().WithSummary("One check-in with its questions");
        checkIns.MapPost("/{checkIn:guid}/answers", Answer).Does<AnswerCheckIn>().TakesIdempotencyKey()
            .WithSummary("Answer it; late counts too. Refused, the call in it is made all the same");
        checkIns.MapPost("/{checkIn:guid}/contact", Contact).Does<AskForContact>().WithSummary("Ask to be called, whatever you answered");
        checkIns.MapPut("/{checkIn:guid}/answers/{question}/audience", Share).Does<ShareAnswer>().WithSummary("Change who may see one answer");
    }

    private static async Task<Ok<Page<CheckInView>>> OfPairing(CurrentMember me, IMediator mediator, Guid pairing, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new CheckInsOfPairing(me.Actor, new(pairing), Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<Ok<Page<CheckInStanding>>> States(CurrentMember me, IMediator mediator, Guid? pairing, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(
            new CheckInStates(me.Actor, pairing is { } id ? new PairingId(id) : null, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<Ok<Page<SharedCheckIn>>> Shared(
        CurrentMember me, IMediator mediator, Guid? pairing, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(
            new AnswersForCoordinators(me.Actor, pairing is { } id ? new PairingId(id) : null, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<Ok<CheckInAsked>> Asked(CurrentMember me, IMediator mediator, Guid checkIn, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new AskedCheckIn(me.Actor, new(checkIn)), cancellation));

    /// <summary>The same whatever was said: what is kept for a repeat must not tell a hard day from another.</summary>
    private static async Task<Results<Ok<AnswersKept>, ProblemHttpResult>> Answer(
        CurrentMember me, IMediator mediator, Guid checkIn, AnswersBody body, CancellationToken cancellation)
    {
        var answer = new AnswerCheckIn(me.Actor, new(checkIn), body.Answers ?? [], body.KeepToMyself, SkipAll: body.SkipAll);
        try
        {
            var hasContact = await mediator.Send(answer, cancellation);
            var path = $"/api/v1/communities/{me.Actor.Community}";
            var hears = await mediator.Send(new SomebodyHears(me.Actor, answer.CheckIn), cancellation);
            return TypedResults.Ok(new AnswersKept($"{path}/check-ins/{checkIn}/contact", hasContact, hears, $"{path}/progress/support"));
        }
        catch (Exception refusal) when ((refusal is RuleBroken && answer.Calls) || (refusal is ValidationException && answer.NeedsToTalk))
        {
            await mediator.Send(new AskForContact(me.Actor, answer.CheckIn), cancellation);
            return RefusedAndCalled(refusal, await mediator.Send(new SomebodyHears(me.Actor, answer.CheckIn), cancellation));
        }
    }

    // Answered and not thrown: under an Idempotency-Key what is thrown undoes the call.
    private static ProblemHttpResult RefusedAndCalled(Exception refusal, bool somebodyHears)
    {
        var problem = Problems.Of(refusal);
        problem.Detail += " What you sent was not kept, but the call in it was made.";
        (problem.Extensions["contactAsked"], problem.Extensions["somebodyHears"]) = (true, somebodyHears);
        var answer = TypedResults.Problem(problem);
        answer.ProblemDetails.Type = null; // as in every other problem, also where it is kept for a repeat
        return answer;
    }

    private static async Task<Ok<ContactAsked>> Contact(CurrentMember me, IMediator mediator, Guid checkIn, CancellationToken cancellation)
    {
        await mediator.Send(new AskForContact(me.Actor, new(checkIn)), cancellation);
        return TypedResults.Ok(new ContactAsked(await mediator.Send(new SomebodyHears(me.Actor, new(checkIn)), cancellation)));
    }

    private static async Task<NoContent> Share(CurrentMember me, IMediator mediator, Guid checkIn, string question, AudienceBody body, CancellationToken cancellation)
    {
        await mediator.Send(new ShareAnswer(me.Actor, new(checkIn), question, body.Audience), cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="Answers">What you want to say; leave out what you want to skip.</param>
    /// <param name="KeepToMyself">
    /// Whether a very hard answer tells nobody. Else it tells your contact and the coordinators what "I need to talk" tells them, and never what you said.
    /// Say so before it is sent, and let your member choose.
    /// </param>
    /// <param name="SkipAll">true closes it with nothing said but, if you like, an answer about contact: that you are here is an answer too.</param>
    public sealed record AnswersBody(IReadOnlyList<GivenAnswer>? Answers, bool KeepToMyself = false, bool SkipAll = false);

    /// <param name="AskForContact">Where a POST asks to be called, whatever you answered: offer it after a very hard day that was kept, and to who used.</param>
    /// <param name="HasContact">Whether that tells your contact too; otherwise the coordinators alone.</param>
    /// <param name="SomebodyHears">Whether anybody is there who is told of a call. Where nobody is, show the lines, and promise no one.</param>
    /// <param name="Support">Where the lines of your country are, whom to call, and your plan for a hard day.</param>
    public sealed record AnswersKept(string AskForContact, bool HasContact, bool SomebodyHears, string Support);

    /// <summary>What became of a call for contact; where nobody hears, it is kept for a coordinator who comes later.</summary>
    /// <param name="SomebodyHears">Whether your contact or a coordinator is told. Where nobody is there, show the lines, and promise no one.</param>
    public sealed record ContactAsked(bool SomebodyHears);

    /// <param name="Audience">me, mentor or coordinator.</param>
    public sealed record AudienceBody(Audience Audience);
}
