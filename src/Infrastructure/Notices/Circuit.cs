using NodaTime;

namespace Mentorship.Infrastructure.Notices;

/// <summary>
/// closed → open after some failures in a row → half-open once its wait is over → closed by a success, open for longer by a failure.
/// </summary>
public enum CircuitState
{
    Closed,
    HalfOpen,
    Open,
}

/// <summary>
/// Keeps a sender from trying again and again what cannot work now: after <see cref="FailuresInARow"/> that speak of the channel and not of
/// one recipient nothing is tried for half a minute, then one, then nothing for twice as long, ten minutes at most. Of this process alone.
/// </summary>
public sealed class Circuit
{
    public const int FailuresInARow = 5;
    private static readonly Duration FirstWait = Duration.FromSeconds(30), LongestWait = Duration.FromMinutes(10);

    private readonly Lock _lock = new();
    private int _failures;
    private Duration _wait = FirstWait;
    private Instant? _openUntil;
    private bool _hasRecovered;

    public CircuitState At(Instant now)
    {
        lock (_lock) return _openUntil is not { } until ? CircuitState.Closed : now < until ? CircuitState.Open : CircuitState.HalfOpen;
    }

    /// <summary>How many of <paramref name="wanted"/> may be tried: all, one to see whether it works again, or none.</summary>
    public int Allows(int wanted, Instant now) => At(now) switch
    {
        CircuitState.Closed => wanted,
        CircuitState.HalfOpen => Math.Min(1, wanted),
        _ => 0,
    };

    /// <summary>The other side answered, be it with a no to one recipient.</summary>
    public void Succeeded()
    {
        lock (_lock) (_failures, _wait, _openUntil, _hasRecovered) = (0, FirstWait, null, _hasRecovered || _openUntil is not null);
    }

    /// <summary>Whether it has closed again since this was last asked.</summary>
    public bool TakeRecovery()
    {
        lock (_lock) return (_hasRecovered, _hasRecovered = false).Item1;
    }

    /// <summary>The other side is away; up to a fifth of jitter keeps hosts from coming back together.</summary>
    public void Failed(Instant now)
    {
        lock (_lock)
        {
            if (++_failures < FailuresInARow || now < _openUntil) return; // the last of those that were under way when it opened
            _openUntil = now + (_wait * (1 + Random.Shared.NextDouble() / 5));
            _wait = Duration.Min(2 * _wait, LongestWait);
        }
    }
}
