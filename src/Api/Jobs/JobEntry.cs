using MediatR;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence.Stores;
using NodaTime;

namespace Mentorship.Api.Jobs;

/// <summary>
/// One job: a name in kebab-case, the interval between its runs, and what each run does with a scope of its own.
/// In the standard timetable an interval is whole seconds and divides a minute, an hour or a day, because both engines must be able to keep it.
/// </summary>
internal sealed record JobEntry(string Name, Duration Every, Func<IServiceScopeFactory, CancellationToken, Task> Run)
{
    private const int BatchSize = 500;

    /// <summary>Sends one command.</summary>
    public JobEntry(string name, Duration every, Func<IRequest<Unit>> command)
        : this(name, every, (scopes, cancellation) => Send(scopes, command(), cancellation))
    {
    }

    /// <summary>
    /// Sends one command for each community that has such work due, as the service itself, batch after batch until a batch is not full.
    /// One that fails does not hold up the others: <see cref="CommunitiesFailed"/> comes when all had their turn.
    /// </summary>
    public static JobEntry ForDue(string name, Duration every, Work work, Func<Actor, int, IRequest<int>> command) =>
        new(name, every, async (scopes, cancellation) =>
        {
            var failures = new List<(CommunityId, Exception)>();
            foreach (var community in await Due(scopes, work, cancellation))
            {
                try
                {
                    while (await Send(scopes, command(Actor.System(community), BatchSize), cancellation) == BatchSize)
                        cancellation.ThrowIfCancellationRequested();
                }
                catch (Exception failure) when (!cancellation.IsCancellationRequested)
                {
                    failures.Add((community, failure));
                }
            }
            if (failures.Count > 0) throw new CommunitiesFailed(failures);
        });

    /// <summary>
    /// The same in small turns, for what a slow other side may hold up: see <see cref="Turns"/>. What is due of the kind
    /// <paramref name="first"/>, in whatever community, goes before each turn.
    /// </summary>
    public static JobEntry InTurns(string name, Duration every, Work work, Func<Actor, int, IRequest<int>> command, Work? first = null) =>
        new(name, every, (scopes, cancellation) => new Turns(
            (kind, stop) => Due(scopes, kind, stop),
            (community, few, stop) => Send(scopes, command(Actor.System(community), few), stop)).Run(work, first, cancellation));

    private static async Task<TAnswer> Send<TAnswer>(IServiceScopeFactory scopes, IRequest<TAnswer> command, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellation);
    }

    private static async Task<IReadOnlyList<CommunityId>> Due(IServiceScopeFactory scopes, Work work, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        return await scope.ServiceProvider.GetRequiredService<DueWork>().Communities(work, now, cancellation);
    }
}
