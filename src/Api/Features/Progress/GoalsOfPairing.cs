using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Progress;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// The goals that the two of a pairing set together, the oldest first, all or those of one state; the newcomer reads them after it has ended
/// too.
/// </summary>
public sealed record GoalsOfPairing(Actor Actor, PairingId Pairing, GoalState? State) : IQuery<Page<GoalView>>, IActed;

/// <param name="Id">The goal.</param>
/// <param name="Version">The version that an edit must name in If-Match.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="State">open, reached or let-go.</param>
/// <param name="Yours">Whether its words are yours, and not the other's.</param>
/// <param name="SetAt">When it was set, UTC.</param>
public sealed record GoalView(Guid Id, int Version, string Text, GoalState State, bool Yours, Instant SetAt)
{
    public override string ToString() => nameof(GoalView);
}

internal static class SealedGoals
{
    /// <summary>Under the newcomer's key, whoever of the two set it; null once that key was erased.</summary>
    public static Task<string?> OpenGoal(this IVault vault, Goal goal, MemberId newcomer, CancellationToken cancellation) =>
        vault.TryOpen(newcomer, Goal.TextPlace, goal.Id.Value, goal.Text, cancellation);

    /// <summary>As one of the two sees them.</summary>
    public static async Task<IReadOnlyList<GoalView>> OpenGoals(
        this IVault vault, IEnumerable<Goal> goals, MemberId newcomer, MemberId you, CancellationToken cancellation)
    {
        var views = new List<GoalView>();
        foreach (var goal in goals)
            if (await vault.OpenGoal(goal, newcomer, cancellation) is { } text)
                views.Add(new(goal.Id.Value, goal.Version, text, goal.State, goal.SetBy == you, goal.SetAt));
        return views;
    }
}

internal sealed class GoalsOfPairingHandler(MentorshipDb db, IVault vault) : IRequestHandler<GoalsOfPairing, Page<GoalView>>
{
    public async Task<Page<GoalView>> Handle(GoalsOfPairing query, CancellationToken cancellation)
    {
        var you = query.Actor.Member;
        var pairing = await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Pairing, cancellation);
        var mayRead = pairing is not null && (pairing.Joins(you) || (pairing.State == PairingState.Ended && you == pairing.Newcomer));
        if (!mayRead) throw new NotFound("pairing");
        var goals = await db.Goals.AsNoTracking().Where(g => g.Pairing == query.Pairing && (query.State == null || g.State == query.State))
            .OrderBy(g => g.SetAt).ThenBy(g => g.Id).ToListAsync(cancellation);
        return new(await vault.OpenGoals(goals, pairing!.Newcomer, you, cancellation), null); // fifty at most: always one page
    }
}
