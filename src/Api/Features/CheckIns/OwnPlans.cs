using Mentorship.Domain;
using Mentorship.Domain.CheckIns;

namespace Mentorship.Api.Features.CheckIns;

internal static class OwnPlans
{
    /// <summary>A plan of the caller at the version they saw; anybody else's is <see cref="NotFound"/>.</summary>
    public static async Task<CheckInPlan> Own(this IStore<CheckInPlan, PlanId> plans, PlanId id, Actor actor, int? ifVersion, CancellationToken cancellation)
    {
        var plan = await plans.Get(id, cancellation);
        if (plan.Member != actor.Member) throw new NotFound("plan");
        plan.MustBeAt(ifVersion);
        return plan;
    }
}
