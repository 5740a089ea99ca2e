using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Counts what was done under a key and, after some that are free, asks for a wait that doubles each time. Kept in memory and in
/// bounds: a key is forgotten after a while, and when there are too many, the oldest quarter is.
/// </summary>
internal sealed class Slowdown(int free, Duration first, Duration longest, Duration memory, int maxKeys = 50_000)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>Counts one more and answers null, or answers how long to wait and counts nothing.</summary>
    public Duration? Take(string key, Instant now)
    {
        lock (_lock)
        {
            var entry = _entries.GetValueOrDefault(key);
            if (entry.Count > 0 && now - entry.Last > memory) entry = default;
            if (entry.Count >= free && entry.Last + WaitAfter(entry.Count) - now is var wait && wait > Duration.Zero) return wait;
            if (_entries.Count >= maxKeys && !_entries.ContainsKey(key)) Shrink(now);
            _entries[key] = new Entry(entry.Count + 1, now);
            return null;
        }
    }

    /// <summary>Whether anything was counted under the key that is not forgotten.</summary>
    public bool Has(string key, Instant now)
    {
        lock (_lock) return _entries.GetValueOrDefault(key) is { Count: > 0 } entry && now - entry.Last <= memory;
    }

    /// <summary>Takes one back: it was no failure.</summary>
    public void GiveBack(string key)
    {
        lock (_lock)
        {
            if (_entries.GetValueOrDefault(key) is { Count: > 1 } entry) _entries[key] = entry with { Count = entry.Count - 1 };
            else _entries.Remove(key);
        }
    }

    public void Forget(string key)
    {
        lock (_lock) _entries.Remove(key);
    }

    internal int Keys => _entries.Count;

    private Duration WaitAfter(int count) => Duration.Min(first * Math.Pow(2, Math.Min(count - free, 30)), longest);

    private void Shrink(Instant now)
    {
        foreach (var (key, entry) in _entries)
            if (now - entry.Last > memory) _entries.Remove(key);
        if (_entries.Count < maxKeys) return;
        foreach (var key in _entries.OrderBy(e => e.Value.Last).Take(maxKeys / 4 + 1).Select(e => e.Key).ToList()) _entries.Remove(key);
    }

    private readonly record struct Entry(int Count, Instant Last);
}
