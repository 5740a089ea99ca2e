using System.Collections.Concurrent;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// What was looked up within the last second by this process's own steady clock, so that a burst of calls by one person asks the database
/// once. What is not there is never kept. <see cref="ForgetSaved"/> tells what changed here; of what another host changed, the second is
/// the bound.
/// </summary>
internal sealed class BriefMemory<TKey, TValue>(TimeProvider time) where TKey : notnull where TValue : class
{
    public const int Most = 10_000;
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TKey, (TValue Value, long Since)> _entries = new();
    private long _changes;

    public async ValueTask<TValue?> Get(TKey key, Func<Task<TValue?>> look)
    {
        if (_entries.TryGetValue(key, out var known) && time.GetElapsedTime(known.Since) < Longest) return known.Value;
        var (since, changes) = (time.GetTimestamp(), Volatile.Read(ref _changes));
        if (await look() is not { } found) return null;
        if (_entries.Count >= Most) _entries.Clear();
        _entries[key] = (found, since);
        // What was saved while we looked may be newer than what we saw: then nothing is kept.
        if (Volatile.Read(ref _changes) != changes) _entries.TryRemove(key, out _);
        return found;
    }

    public void Forget(TKey key)
    {
        Interlocked.Increment(ref _changes);
        _entries.TryRemove(key, out _);
    }

    public void Forget(Func<TValue, bool> which)
    {
        Interlocked.Increment(ref _changes);
        foreach (var (key, entry) in _entries)
            if (which(entry.Value)) _entries.TryRemove(key, out _);
    }
}
