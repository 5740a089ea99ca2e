using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>A member changes who may see one of their answers; narrowing hides it at once. 409 <c>audience-unfit</c> for the mentor in a monthly pulse.</summary>
public sealed record ShareAnswer(Actor Actor, CheckInId CheckIn, string Question, Audience Audience) : ICommand<Unit>, IActed;

internal sealed class ShareAnswerValidator : AbstractValidator<ShareAnswer>
{
    public ShareAnswerValidator() => RuleFor(s => s.Audience).IsInEnum().WithErrorCode("audience-unknown").WithMessage("Use me, mentor or coordinator.");
}

internal sealed class ShareAnswerHandler(ICheckInBook book, IStore<CheckIn, CheckInId> checkIns) : IRequestHandler<ShareAnswer, Unit>
{
    public async Task<Unit> Handle(ShareAnswer command, CancellationToken cancellation)
    {
        var answers = await book.AnswersTo(command.CheckIn, cancellation);
        var answer = answers.FirstOrDefault(a => a.Question == command.Question && a.Member == command.Actor.Member) ?? throw new NotFound("answer");
        if (!command.Audience.Fits((await checkIns.Get(command.CheckIn, cancellation)).Layer)) throw new RuleBroken("audience-unfit", Misfits.ForCoordinatorsAlone);
        answer.ShareWith(command.Audience);
        return Unit.Value;
    }
}
