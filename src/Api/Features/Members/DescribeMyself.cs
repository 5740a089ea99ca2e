using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A member sets their whole profile anew, and may state that they are an adult; refused fields answer the codes of
/// <see cref="ProfileRules"/>. With another zone their plans of the zone before go on at the same local times by its clock.
/// </summary>
public sealed record DescribeMyself(Actor Actor, int? IfVersion, ProfileInput Profile) : ICommand<Unit>, IActed;

internal sealed class DescribeMyselfValidator : AbstractValidator<DescribeMyself>
{
    public DescribeMyselfValidator(IClock clock) => RuleFor(d => d.Profile).AsItsOwn(new ProfileRules(clock));
}

internal sealed class DescribeMyselfHandler(IStore<Member, MemberId> members, IPlanBook plans, IClock clock) : IRequestHandler<DescribeMyself, Unit>
{
    public async Task<Unit> Handle(DescribeMyself command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        member.MustBeAt(command.IfVersion);
        var (before, now) = (member.Profile.ZoneId, clock.GetCurrentInstant());
        member.Describe(DisplayNames.Tidied(command.Profile.DisplayName), command.Profile.Read());
        if (command.Profile.AdultStated == true) member.StateAdult(now);
        if (member.Profile.ZoneId != before) await Follow(member, before, now, cancellation);
        return Unit.Value;
    }

    private async Task Follow(Member member, string before, Instant now, CancellationToken cancellation)
    {
        foreach (var plan in await plans.Running(member.Id, cancellation))
            if (plan.Times.ZoneId == before) plan.Move(member.Profile.ZoneId, now);
    }
}
