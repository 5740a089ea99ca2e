using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Slows guessing. Failures count for an account as tried from one network: after five the next try waits 1, 2, 4 … at most 300
/// seconds, so that a stranger can never lock the owner out from elsewhere. A network as a whole, which a hall of people may share,
/// has fifty and waits at most a minute; who signed in from it within a month does not wait for what others there do. A try counts as a
/// failure before the password is looked at, so that many at once are many.
/// </summary>
internal sealed class SignInDelays(AddressLookup lookup, IClock clock)
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    private readonly Slowdown _accounts = new(free: 5, Second, longest: Duration.FromSeconds(300), memory: Duration.FromHours(24));
    private readonly Slowdown _networks = new(free: 50, Second, longest: Duration.FromSeconds(60), memory: Duration.FromHours(1));

    /// <summary>Who signed in from where.</summary>
    private readonly Slowdown _known = new(free: int.MaxValue, Second, longest: Second, memory: Duration.FromDays(30));

    /// <summary>
    /// Throws <see cref="TooManyAttempts"/> when it is too soon; otherwise counts a failure until <see cref="Succeeded"/> says better.
    /// </summary>
    public void Begin(string address, string network)
    {
        var (key, now) = (KeyOf(address, network), clock.GetCurrentInstant());
        if (_accounts.Take(key, now) is { } wait) throw new TooManyAttempts(wait);
        if (_known.Has(key, now) || _networks.Take(network, now) is not { } networkWait) return;
        _accounts.GiveBack(key);
        throw new TooManyAttempts(networkWait);
    }

    public void Succeeded(string address, string network)
    {
        var (key, now) = (KeyOf(address, network), clock.GetCurrentInstant());
        _accounts.Forget(key);
        if (!_known.Has(key, now)) _networks.GiveBack(network); // else nothing was taken
        _known.Take(key, now);
    }

    private string KeyOf(string address, string network) => $"{lookup.Of(address)} {network}";
}
