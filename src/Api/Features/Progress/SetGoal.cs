using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Progress;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// Either of the two sets a goal for the newcomer, which both see and edit. 400 <c>line-empty</c>, <c>line-unsound</c>, <c>too-long</c>; 409
/// <c>goals-too-many</c> beyond 50 of one pairing.
/// </summary>
public sealed record SetGoal(Actor Actor, PairingId Pairing, string Text) : ICommand<GoalId>, IActed
{
    public override string ToString() => nameof(SetGoal);
}

/// <summary>
/// Either of the two words a goal anew, or says that it is reached or let go, or open again. Who words it anew is from then on who set it.
/// 400 <c>line-empty</c>, <c>line-unsound</c>, <c>too-long</c>, <c>state-unknown</c>.
/// </summary>
public sealed record ChangeGoal(Actor Actor, PairingId Pairing, GoalId Goal, int? IfVersion, string Text, GoalState State) : ICommand<Unit>, IActed
{
    public override string ToString() => nameof(ChangeGoal);
}

internal static class GoalRules
{
    public static void IsGoal<T>(this IRuleBuilder<T, string> rule)
    {
        rule.NotEmpty().WithErrorCode("line-empty").WithMessage("Write something.");
        rule.MaximumLength(Goal.LongestText).WithErrorCode("too-long").WithMessage("At most 500 characters.");
        rule.Must(ShownText.IsSound).WithErrorCode("line-unsound").WithMessage("One line, without hidden characters.");
    }
}

internal sealed class SetGoalValidator : AbstractValidator<SetGoal>
{
    public SetGoalValidator() => RuleFor(s => s.Text).IsGoal();
}

internal sealed class ChangeGoalValidator : AbstractValidator<ChangeGoal>
{
    public ChangeGoalValidator()
    {
        RuleFor(c => c.Text).IsGoal();
        RuleFor(c => c.State).IsInEnum().WithErrorCode("state-unknown").WithMessage("Use open, reached or let-go.");
    }
}

internal sealed class SetGoalHandler(
    IStore<Pairing, PairingId> pairings, IStore<Goal, GoalId> goals, IProgressBook book, IVault vault, IClock clock)
    : IRequestHandler<SetGoal, GoalId>, IRequestHandler<ChangeGoal, Unit>
{
    public async Task<GoalId> Handle(SetGoal command, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(command.Pairing, cancellation);
        pairing.MustJoin(command.Actor.Member);
        if (await book.GoalsOf(pairing.Id, cancellation) >= Goal.MostOfPairing)
            throw new RuleBroken("goals-too-many", "There are 50 goals already. Word one of them anew instead.");
        var goal = new Goal(pairing, clock.GetCurrentInstant());
        goals.Add(goal);
        await Say(goal, pairing, command.Actor.Member, command.Text, cancellation);
        return goal.Id;
    }

    public async Task<Unit> Handle(ChangeGoal command, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(command.Pairing, cancellation);
        pairing.MustJoin(command.Actor.Member);
        var goal = await goals.Get(command.Goal, cancellation);
        if (goal.Pairing != pairing.Id) throw new NotFound("goal");
        goal.MustBeAt(command.IfVersion);
        if (await vault.OpenGoal(goal, pairing.Newcomer, cancellation) != command.Text.Trim())
            await Say(goal, pairing, command.Actor.Member, command.Text, cancellation);
        goal.Stand(command.State);
        return Unit.Value;
    }

    private async Task Say(Goal goal, Pairing pairing, MemberId by, string text, CancellationToken cancellation) =>
        goal.Say(by, await vault.Seal(pairing.Newcomer, Goal.TextPlace, goal.Id.Value, text.Trim(), cancellation));
}
