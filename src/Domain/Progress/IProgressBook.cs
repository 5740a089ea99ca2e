using NodaTime;

namespace Mentorship.Domain.Progress;

/// <summary>The port for questions about progress that no id answers.</summary>
public interface IProgressBook
{
    /// <summary>What the member keeps on a pathway; null when nothing yet.</summary>
    Task<PathwayProgress?> Of(MemberId member, string pathway, CancellationToken cancellation);

    /// <summary>Those to be looked at, the longest due first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<PathwayProgress>> Due(Instant now, int take, CancellationToken cancellation);

    /// <summary>The member's personal plan; null when they have none yet.</summary>
    Task<PersonalPlan?> PlanOf(MemberId member, CancellationToken cancellation);

    /// <summary>How many goals a pairing has, whatever became of them.</summary>
    Task<int> GoalsOf(PairingId pairing, CancellationToken cancellation);

    /// <summary>What the newcomer said of carrying over to this pairing; null while they have not.</summary>
    Task<CarryOver?> CarryOverTo(PairingId pairing, CancellationToken cancellation);
}
