using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Requests;

/// <summary>
/// A newcomer asks for one kind of mentor on one pathway; the waiting clock starts. 409 <c>adult-not-stated</c>, <c>kind-not-offered</c>,
/// <c>already-asked</c>.
/// </summary>
public sealed record AskForMentor(Actor Actor, string Pathway, RelationshipKind Kind, Wishes Wishes) : ICommand<RequestId>, IActed;

internal sealed class AskForMentorValidator : AbstractValidator<AskForMentor>
{
    public AskForMentorValidator()
    {
        RuleFor(a => a.Pathway).Must(id => PathwayCatalogue.Current.Find(id) is not null)
            .WithErrorCode("pathway-unknown").WithMessage("Choose a pathway from the catalogue.");
        RuleFor(a => a.Wishes).SetValidator(new WishesValidator());
    }
}

internal sealed class AskForMentorHandler(IStore<Member, MemberId> members, IStore<MentorRequest, RequestId> requests, IRequestBook book,
    IPairingBook pairings, IClock clock)
    : IRequestHandler<AskForMentor, RequestId>
{
    public async Task<RequestId> Handle(AskForMentor command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        member.MustBeAdult();
        if (!PathwayCatalogue.Current.Get(command.Pathway).OffersKind(command.Kind)) throw KindNotOffered();
        if (await book.OpenOf(member.Id, command.Pathway, command.Kind, cancellation) is not null)
            throw new RuleBroken("already-asked", "You have already asked for this, and it is being looked after.");
        var places = PathwayCatalogue.Current.Get(command.Pathway).PlacesAtOnce(command.Kind);
        if (await pairings.IntroducedSlots(member.Id, command.Pathway, command.Kind, cancellation) >= places)
            throw new RuleBroken("newcomer-has-mentor", "You have someone for this already. You can ask again as soon as that has ended.");
        member.Grant(Roles.Newcomer);
        var wishes = command.Wishes.Tidied();
        var request = new MentorRequest(member.CommunityId, member.Id, command.Pathway, command.Kind, wishes, clock.GetCurrentInstant());
        requests.Add(request);
        return request.Id;
    }

    internal static RuleBroken KindNotOffered() => new("kind-not-offered", "This pathway does not know this kind of relationship.");
}
