using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A member offers to mentor, or sets the whole offer anew; nobody is proposed to them before a coordinator has vetted them. A capacity
/// below the places that are held ends nothing. Refused fields answer <c>capacity-range</c>, <c>kind-needed</c>, <c>genders-invalid</c>;
/// 409 <c>adult-not-stated</c>.
/// </summary>
public sealed record OfferToMentor(Actor Actor, int? IfVersion, MentorOfferInput Offer) : ICommand<Unit>, IActed;

/// <param name="Capacity">Newcomers at once, 0 to 20; 0 takes nobody new without leaving.</param>
/// <param name="Kinds">sponsor, temporary-contact, accountability-partner; at least one.</param>
/// <param name="NewcomerGenders">Whom you are comfortable with, at most ten words; empty means any. No reason is asked.</param>
/// <param name="HasOwnMentor">Whether you have a mentor of your own; null when unsaid.</param>
/// <param name="ProgrammeWorked">Whether you have worked your pathway's programme; null when unsaid.</param>
public sealed record MentorOfferInput(
    int? Capacity, IReadOnlyList<RelationshipKind>? Kinds, IReadOnlyList<string>? NewcomerGenders,
    bool? HasOwnMentor, bool? ProgrammeWorked)
{
    internal MentorOffer Read() => new()
    {
        Capacity = Capacity!.Value,
        Kinds = Kinds!.Aggregate(Domain.Members.Kinds.None, (all, kind) => all | kind.AsFlag()),
        NewcomerGenders = PlainWords.Tidied(NewcomerGenders),
        HasOwnMentor = HasOwnMentor,
        ProgrammeWorked = ProgrammeWorked,
    };
}

internal sealed class OfferToMentorValidator : AbstractValidator<OfferToMentor>
{
    public OfferToMentorValidator() => RuleFor(o => o.Offer).AsItsOwn(new MentorOfferRules());
}

internal sealed class MentorOfferRules : AbstractValidator<MentorOfferInput>
{
    public MentorOfferRules()
    {
        RuleFor(o => o.Capacity).Must(c => c is >= 0 and <= MentorOffer.MostCapacity)
            .WithErrorCode("capacity-range").WithMessage("Newcomers at once, from 0 to 20.");
        RuleFor(o => o.Kinds).Must(kinds => kinds is { Count: > 0 })
            .WithErrorCode("kind-needed").WithMessage("At least one of sponsor, temporary-contact and accountability-partner.");
        RuleFor(o => o.NewcomerGenders).Must(PlainWords.AreGenders).WithErrorCode("genders-invalid")
            .WithMessage("At most ten words of at most 40 letters, without commas and semicolons; none for any.");
    }
}

internal sealed class OfferToMentorHandler(IStore<Member, MemberId> members, IClock clock) : IRequestHandler<OfferToMentor, Unit>
{
    public async Task<Unit> Handle(OfferToMentor command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        member.MustBeAt(command.IfVersion);
        member.MustBeAdult();
        member.OfferToMentor(command.Offer.Read(), clock.GetCurrentInstant());
        return Unit.Value;
    }
}
