using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Progress;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// A member sets the lines of their personal plan, in the order that they give; a line that was there keeps who may see it, and a new one is
/// for them alone. 400 <c>lines-too-many</c>, <c>lines-doubled</c>, <c>line-empty</c>, <c>line-unsound</c>, <c>too-long</c>.
/// </summary>
public sealed record SetPersonalPlan(Actor Actor, int? IfVersion, IReadOnlyList<LineInput> Lines) : ICommand<Unit>, IActed
{
    public override string ToString() => nameof(SetPersonalPlan);
}

/// <param name="Id">The line that was there; left out for a new one.</param>
/// <param name="Section">warning-signs, triggers, what-helps or whom-to-call.</param>
/// <param name="Text">One line of at most 500 characters.</param>
public sealed record LineInput(Guid? Id, PlanSection Section, string Text)
{
    public override string ToString() => nameof(LineInput);
}

/// <summary>A member changes who may see one line; narrowing hides it at once. 400 <c>audience-unknown</c>.</summary>
public sealed record SharePlanLine(Actor Actor, Guid Line, Audience Audience) : ICommand<Unit>, IActed;

internal sealed class SetPersonalPlanValidator : AbstractValidator<SetPersonalPlan>
{
    public SetPersonalPlanValidator()
    {
        RuleFor(s => s.Lines).Must(lines => lines.Count <= PersonalPlan.MostLines)
            .WithErrorCode("lines-too-many").WithMessage("At most 50 lines.");
        RuleFor(s => s.Lines).Must(lines => lines.Where(l => l.Id is not null).GroupBy(l => l.Id).All(same => same.Count() == 1))
            .WithErrorCode("lines-doubled").WithMessage("Name each line once.");
        RuleForEach(s => s.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.Section).IsInEnum().WithErrorCode("section-unknown")
                .WithMessage("Use warning-signs, triggers, what-helps or whom-to-call.");
            line.RuleFor(l => l.Text).NotEmpty().WithErrorCode("line-empty").WithMessage("Write something, or leave the line out.");
            line.RuleFor(l => l.Text).MaximumLength(PersonalPlan.LongestLine).WithErrorCode("too-long").WithMessage("At most 500 characters.");
            line.RuleFor(l => l.Text).Must(ShownText.IsSound).WithErrorCode("line-unsound").WithMessage("One line, without hidden characters.");
        });
    }
}

internal sealed class SharePlanLineValidator : AbstractValidator<SharePlanLine>
{
    public SharePlanLineValidator() => RuleFor(s => s.Audience).IsInEnum().WithErrorCode("audience-unknown").WithMessage("Use me, mentor or coordinator.");
}

internal sealed class SetPersonalPlanHandler(IStore<PersonalPlan, MemberId> plans, IProgressBook book, IVault vault, IClock clock)
    : IRequestHandler<SetPersonalPlan, Unit>, IRequestHandler<SharePlanLine, Unit>
{
    public async Task<Unit> Handle(SetPersonalPlan command, CancellationToken cancellation)
    {
        var plan = await book.PlanOf(command.Actor.Member, cancellation);
        if (plan is null && command.IfVersion is not (null or 0)) throw new StaleVersion();
        plan?.MustBeAtEdition(command.IfVersion);
        var lines = (await vault.OpenLines(plan, cancellation)).Set(command.Lines.Select(l => new WantedLine(l.Id, l.Section, l.Text.Trim())));
        plan ??= Added(command.Actor);
        plan.Keep(await vault.SealLines(plan, lines, cancellation));
        return Unit.Value;
    }

    public async Task<Unit> Handle(SharePlanLine command, CancellationToken cancellation)
    {
        var plan = await book.PlanOf(command.Actor.Member, cancellation) ?? throw new NotFound("line");
        var lines = (await vault.OpenLines(plan, cancellation)).Show(command.Line, command.Audience, clock.GetCurrentInstant());
        plan.Keep(await vault.SealLines(plan, lines, cancellation));
        return Unit.Value;
    }

    private PersonalPlan Added(Actor actor)
    {
        var plan = new PersonalPlan(actor.Community, actor.Member);
        plans.Add(plan);
        return plan;
    }
}
