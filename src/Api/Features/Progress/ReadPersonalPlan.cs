using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Progress;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Progress;

/// <summary>What the caller wrote down for hard days, in their own order.</summary>
public sealed record ReadPersonalPlan(Actor Actor) : IQuery<Versioned<PersonalPlanView>>, IActed;

/// <summary>The lines of one member's plan that they chose to show to coordinators, and no other; none where a block stands between the two.</summary>
public sealed record PlanForCoordinators(Actor Actor, MemberId Member) : IQuery<PersonalPlanView>, IActed;

/// <param name="Lines">At most 50, in the order that their member gave them.</param>
public sealed record PersonalPlanView(IReadOnlyList<PlanLineView> Lines)
{
    internal static PersonalPlanView Of(IEnumerable<PlanLine> lines) =>
        new([.. lines.Select(l => new PlanLineView(l.Id, l.Section, l.Text, l.Shown.To))]);

    public override string ToString() => nameof(PersonalPlanView);
}

/// <param name="Id">The line.</param>
/// <param name="Section">warning-signs, triggers, what-helps or whom-to-call.</param>
/// <param name="Text">At most 500 characters.</param>
/// <param name="Audience">Who may see it: me, mentor or coordinator.</param>
public sealed record PlanLineView(Guid Id, PlanSection Section, string Text, Audience Audience)
{
    public override string ToString() => nameof(PlanLineView);
}

internal sealed class ReadPersonalPlanHandler(MentorshipDb db, IVault vault)
    : IRequestHandler<ReadPersonalPlan, Versioned<PersonalPlanView>>, IRequestHandler<PlanForCoordinators, PersonalPlanView>
{
    public async Task<Versioned<PersonalPlanView>> Handle(ReadPersonalPlan query, CancellationToken cancellation)
    {
        var plan = await Of(query.Actor.Member, cancellation);
        return new(PersonalPlanView.Of(await vault.OpenLines(plan, cancellation)), plan?.Edition ?? 0);
    }

    public async Task<PersonalPlanView> Handle(PlanForCoordinators query, CancellationToken cancellation)
    {
        if (!await db.Members.AnyAsync(m => m.Id == query.Member, cancellation)) throw new NotFound("member");
        if ((await db.KeptFrom(query.Actor.Member, cancellation)).Contains(query.Member)) return new([]);
        var lines = await vault.OpenLines(await Of(query.Member, cancellation), cancellation);
        return PersonalPlanView.Of(lines.Where(l => l.Shown.To == Audience.Coordinator));
    }

    private Task<PersonalPlan?> Of(MemberId member, CancellationToken cancellation) =>
        db.PersonalPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Member == member, cancellation);
}
