using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.Requests;

/// <summary>
/// A newcomer says anew what they hope for, while the request is open; an offer that is out is not touched. 409 <c>request-closed</c>.
/// </summary>
public sealed record ChangeWishes(Actor Actor, RequestId Request, int? IfVersion, Wishes Wishes) : ICommand<Unit>, IActed;

internal sealed class ChangeWishesValidator : AbstractValidator<ChangeWishes>
{
    public ChangeWishesValidator() => RuleFor(c => c.Wishes).AsItsOwn(new WishesValidator());
}

internal sealed class ChangeWishesHandler(IStore<MentorRequest, RequestId> requests) : IRequestHandler<ChangeWishes, Unit>
{
    public async Task<Unit> Handle(ChangeWishes command, CancellationToken cancellation)
    {
        var request = await requests.Get(command.Request, cancellation);
        if (request.Newcomer != command.Actor.Member) throw new NotFound("request");
        request.MustBeAtRevision(command.IfVersion);
        request.Wish(command.Wishes.Tidied());
        return Unit.Value;
    }
}
