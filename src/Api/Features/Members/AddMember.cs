using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Requests;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A coordinator adds one person by hand, under the rules of the spreadsheets: as a mentor, as a newcomer who asks, or both. Nobody is
/// told. A birth more than 18 calendar years ago states an adult. Refused fields answer the codes of <see cref="ProfileRules"/>,
/// <see cref="MentorOfferRules"/> and <see cref="ContactRules"/>; 409 <c>member-known</c>, <c>adult-not-stated</c>,
/// <c>kind-not-offered</c>.
/// </summary>
public sealed record AddMember(Actor Actor, NewMember Person) : ICommand<MemberId>, IActed;

/// <param name="Profile">What they say of themselves.</param>
/// <param name="Email">By which lists know them, and where notes go.</param>
/// <param name="Phone">With + and the country code; null when none is known.</param>
/// <param name="MentorOffer">For who mentors.</param>
/// <param name="Ask">For who asks for a mentor.</param>
public sealed record NewMember(ProfileInput? Profile, string? Email, string? Phone, MentorOfferInput? MentorOffer, NewAsk? Ask)
{
    public override string ToString() => nameof(NewMember);
}

/// <param name="Pathway">Catalogue id.</param>
/// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
/// <param name="Wishes">What they hope for; each a preference unless named a must.</param>
/// <param name="RequestedAt">When they asked, UTC; now when left out.</param>
public sealed record NewAsk(string Pathway, RelationshipKind Kind, Wishes? Wishes, Instant? RequestedAt);

internal sealed class AddMemberValidator : AbstractValidator<AddMember>
{
    public AddMemberValidator(IClock clock) => RuleFor(a => a.Person).AsItsOwn(new NewMemberRules(clock));
}

internal sealed class NewMemberRules : AbstractValidator<NewMember>
{
    private static readonly Instant EarliestAsk = Instant.FromUtc(2000, 1, 1, 0, 0);

    public NewMemberRules(IClock clock)
    {
        RuleFor(n => n.Profile).NotNull().WithErrorCode("profile-needed").WithMessage("Send what is known of the person.");
        RuleFor(n => n.Profile!).SetValidator(new ProfileRules(clock));
        RuleFor(n => n.Email).IsEmail();
        RuleFor(n => n.Phone).IsPhone();
        RuleFor(n => n.MentorOffer!).SetValidator(new MentorOfferRules()).When(n => n.MentorOffer is not null);
        When(n => n.Ask is not null, () =>
        {
            RuleFor(n => n.Ask!.Pathway).Must(id => id is not null && PathwayCatalogue.Current.Find(id) is not null)
                .WithErrorCode("pathway-unknown").WithMessage("Choose a pathway from the catalogue.");
            RuleFor(n => n.Ask!.Wishes!).SetValidator(new WishesValidator()).When(n => n.Ask!.Wishes is not null);
            RuleFor(n => n.Ask!.RequestedAt).Must(at => at is null || (at <= clock.GetCurrentInstant() && at >= EarliestAsk))
                .WithErrorCode("instant-range").WithMessage("A moment that has passed, from the year 2000 on.");
        });
    }
}

internal sealed class AddMemberHandler(
    IStore<Member, MemberId> members, IStore<MentorRequest, RequestId> requests, IMemberBook book, IVault vault, IClock clock)
    : IRequestHandler<AddMember, MemberId>
{
    public async Task<MemberId> Handle(AddMember command, CancellationToken cancellation)
    {
        var (now, person, email) = (clock.GetCurrentInstant(), command.Person, command.Person.Email!.Trim());
        if ((await book.ByEmailHashes(vault.EachHashOfEmail(command.Actor.Community, email), cancellation)).Count > 0)
            throw new RuleBroken("member-known", "Somebody is known here by this address already.");
        var member = Join(command.Actor.Community, person, now);
        await vault.SealContactOf(member, email, PhoneNumber.InE164(person.Phone), cancellation);
        if (person.Ask is { } ask) Ask(member, ask, now);
        return member.Id;
    }

    private Member Join(CommunityId community, NewMember person, Instant now)
    {
        var profile = person.Profile!;
        var role = person.MentorOffer is null ? Roles.Newcomer : Roles.Mentor;
        var member = new Member(community, DisplayNames.Tidied(profile.DisplayName), role, profile.Read(), now);
        members.Add(member);
        if (profile.StatesAdultAt(now)) member.StateAdult(now);
        if (person.MentorOffer is not { } offer) return member;
        member.MustBeAdult();
        member.OfferToMentor(offer.Read(), now);
        return member;
    }

    private void Ask(Member member, NewAsk ask, Instant now)
    {
        member.MustBeAdult();
        if (!PathwayCatalogue.Current.Get(ask.Pathway).OffersKind(ask.Kind)) throw AskForMentorHandler.KindNotOffered();
        member.Grant(Roles.Newcomer);
        var wishes = (ask.Wishes ?? Wishes.None).Tidied();
        requests.Add(MentorRequest.TakenOver(member.CommunityId, member.Id, ask.Pathway, ask.Kind, wishes, ask.RequestedAt ?? now));
    }
}
