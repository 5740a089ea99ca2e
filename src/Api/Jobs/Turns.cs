using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence.Stores;

namespace Mentorship.Api.Jobs;

/// <summary>
/// One run of a job that hands things to somebody outside, who may be slow:
/// <list type="number">
/// <item>What is due first has its turn, in whatever community it is, until there is no more of it.</item>
/// <item>Each community with anything due has a turn of a few, and none waits for the end of another's backlog. Between turns, 1 again.</item>
/// <item>After such a round it is asked anew who has something due. The run ends with a round in which nothing could be done.</item>
/// </list>
/// A community whose turn failed has no more turns in this run; <see cref="CommunitiesFailed"/> comes when all others had theirs.
/// </summary>
internal sealed class Turns(
    Func<Work, CancellationToken, Task<IReadOnlyList<CommunityId>>> due, Func<CommunityId, int, CancellationToken, Task<int>> take)
{
    private const int Few = 50;

    private readonly List<(CommunityId Community, Exception)> _failures = [];

    public async Task Run(Work work, Work? first, CancellationToken cancellation)
    {
        await TakeFirst(first, cancellation);
        bool done;
        do
        {
            done = false;
            foreach (var community in await Due(work, cancellation))
            {
                done |= await Turn(community, cancellation);
                done |= await TakeFirst(first, cancellation);
            }
        }
        while (done);
        if (_failures.Count > 0) throw new CommunitiesFailed(_failures);
    }

    private async Task<bool> TakeFirst(Work? first, CancellationToken cancellation)
    {
        if (first is not { } work) return false;
        var any = false;
        bool done;
        do
        {
            done = false;
            foreach (var community in await Due(work, cancellation)) done |= await Turn(community, cancellation);
            any |= done;
        }
        while (done);
        return any;
    }

    private async Task<IReadOnlyList<CommunityId>> Due(Work work, CancellationToken cancellation) =>
        [.. (await due(work, cancellation)).Where(c => !_failures.Exists(f => f.Community == c))];

    /// <summary>Whether anything was done.</summary>
    private async Task<bool> Turn(CommunityId community, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await take(community, Few, cancellation) > 0;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            _failures.Add((community, failure));
            return false;
        }
    }
}
