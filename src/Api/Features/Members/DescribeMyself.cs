using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A member sets their whole profile anew, and may state that they are an adult; refused fields answer the codes of
/// <see cref="ProfileRules"/>.
/// </summary>
public sealed record DescribeMyself(Actor Actor, int? IfVersion, ProfileInput Profile) : ICommand<Unit>, IActed;

internal sealed class DescribeMyselfValidator : AbstractValidator<DescribeMyself>
{
    public DescribeMyselfValidator(IClock clock) => RuleFor(d => d.Profile).AsItsOwn(new ProfileRules(clock));
}

internal sealed class DescribeMyselfHandler(IStore<Member, MemberId> members, IClock clock) : IRequestHandler<DescribeMyself, Unit>
{
    public async Task<Unit> Handle(DescribeMyself command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        member.MustBeAt(command.IfVersion);
        member.Describe(DisplayNames.Tidied(command.Profile.DisplayName), command.Profile.Read());
        if (command.Profile.AdultStated == true) member.StateAdult(clock.GetCurrentInstant());
        return Unit.Value;
    }
}
