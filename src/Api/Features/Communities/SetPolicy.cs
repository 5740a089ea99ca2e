using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Communities;

/// <summary>
/// A coordinator sets the whole policy anew; offers, pairings and check-in plans that stand keep what they began with.
/// Refused fields answer <c>overlap-range</c>, <c>answer-window-range</c>, <c>confirmation-range</c>, <c>temporary-contact-range</c>,
/// <c>rhythm-invalid</c>, <c>layer-unknown</c>, <c>time-invalid</c>, <c>weights-needed</c>, <c>factor-unknown</c>, <c>weight-range</c>,
/// <c>weights-all-zero</c>, <c>spread-range</c>, <c>work-labels-invalid</c>, <c>ladder-range</c>, and of a question <c>question-code-invalid</c>,
/// <c>question-doubled</c>, <c>prompt-invalid</c>, <c>choices-invalid</c>, <c>questions-too-many</c>, and of
/// the lines to call <c>crisis-line-unknown</c>, <c>tried-on-invalid</c>. 409 <c>question-changed</c>.
/// </summary>
public sealed record SetPolicy(Actor Actor, int? IfVersion, PolicyInput Policy) : ICommand<Unit>, IActed;

internal sealed class SetPolicyValidator : AbstractValidator<SetPolicy>
{
    public SetPolicyValidator(IClock clock) => RuleFor(s => s.Policy).AsItsOwn(new PolicyRules(clock));
}

internal sealed class SetPolicyHandler(ICommunities communities, IStore<Member, MemberId> members) : IRequestHandler<SetPolicy, Unit>
{
    public async Task<Unit> Handle(SetPolicy command, CancellationToken cancellation)
    {
        var community = await communities.Current(cancellation);
        community.MustBeAt(command.IfVersion);
        community.Change(command.Policy.Read());
        (await members.Get(command.Actor.Member, cancellation)).ChangedPolicy();
        return Unit.Value;
    }
}
