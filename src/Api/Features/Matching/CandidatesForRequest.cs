using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using NodaTime;

namespace Mentorship.Api.Features.Matching;

/// <summary>The best candidates for one request, and why each other mentor is not among them; nobody is an empty list.</summary>
public sealed record CandidatesForRequest(Actor Actor, RequestId Request, int Take) : IQuery<CandidatesView>, IActed;

internal sealed class CandidatesForRequestValidator : AbstractValidator<CandidatesForRequest>
{
    public CandidatesForRequestValidator() =>
        RuleFor(q => q.Take).InclusiveBetween(1, 100).WithErrorCode("take-range").WithMessage("Take from 1 to 100 candidates.");
}

internal sealed class CandidatesForRequestHandler(IMatchingBoards boards, IClock clock)
    : IRequestHandler<CandidatesForRequest, CandidatesView>
{
    public async Task<CandidatesView> Handle(CandidatesForRequest query, CancellationToken cancellation)
    {
        var board = await boards.ForRequest(query.Request, clock.GetCurrentInstant(), cancellation);
        return CandidatesView.Of(board.Shortlist(query.Request, query.Take), board);
    }
}
