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
    private readonly Refusals _refusals = new();
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

    /// <summary>The other side took what it was given.</summary>
    public void Succeeded()
    {
        lock (_lock)
        {
            _refusals.Taken();
            Close();
        }
    }

    /// <summary>It answered with a no to one recipient: it is there, unless such a no is all that it says.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            if (!_refusals.SpeakOfUs) Close();
        }
    }

    /// <summary>
    /// Whether a refusal that may be of us is of its recipient. After <see cref="FailuresInARow"/> of different recipients with nothing taken
    /// between them it opens, each time for the first wait alone: who answers at once can be asked often.
    /// </summary>
    public bool IsSure(Guid row, int? recipient, Instant now)
    {
        lock (_lock)
        {
            var isSure = _refusals.IsSure(row, recipient);
            OpenWhereRefusalsSpeakOfUs(now);
            return isSure;
        }
    }

    /// <summary>A recipient was put off in words that may be of us: nothing of it is believed, but it counts among those refused in a row.</summary>
    public void PutOff(int recipient, Instant now)
    {
        lock (_lock)
        {
            _refusals.PutOff(recipient);
            OpenWhereRefusalsSpeakOfUs(now);
        }
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
            _openUntil = now + Spread(_wait);
            _wait = Duration.Min(2 * _wait, LongestWait);
        }
    }

    private void OpenWhereRefusalsSpeakOfUs(Instant now)
    {
        if (_refusals.SpeakOfUs && !(now < _openUntil)) _openUntil = now + Spread(FirstWait);
    }

    private static Duration Spread(Duration wait) => wait * (1 + Random.Shared.NextDouble() / 5);

    private void Close() => (_failures, _wait, _openUntil, _hasRecovered) = (0, FirstWait, null, _hasRecovered || _openUntil is not null);
}
