using Mentorship.Api.Features.Members;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>Somebody of a made-up crowd, with dice of their own, so that what one person does changes nobody else's luck.</summary>
internal sealed class Person(int number, int seed, bool mentors)
{
    private readonly List<(Instant At, Channel Channel, bool IsOn)> _chosen = [];
    private readonly List<(Instant Since, string Zone)> _lived = [];
    private readonly Dictionary<PlanId, LocalTime?> _hours = [];
    private readonly Random _dice = new(unchecked((seed * 1_000_003) + number));

    public int Number => number;

    public bool Mentors => mentors;

    public string Email => $"person-{number:00000}@example.org";

    public string Phone => $"+1555{number:0000000}";

    public Actor Me { get; private set; } = null!;

    /// <summary>The share of notes that they answer, 0 to 1.</summary>
    public double Answers { get; set; }

    /// <summary>Until then they look at nothing.</summary>
    public Instant SilentUntil { get; set; } = Instant.MinValue;

    public bool HasVanished { get; set; }

    /// <summary>The first day that they keep, which nothing but themselves may change; null while they keep none.</summary>
    public LocalDate? Since { get; set; }

    public bool HasTexts { get; private set; }

    /// <summary>Texts may have reached them once: what bounced by e-mail may have arrived.</summary>
    public bool HadTexts { get; private set; }

    public bool HasStoppedEmail { get; private set; }

    /// <summary>Since when they have stopped every channel, and until when; the end of the latest is unknown while it lasts.</summary>
    public List<(Instant From, Instant? Until)> OutOfReach { get; } = [];

    /// <summary>Whether they were told by it at that moment: what they chose then counts for what is sent after it.</summary>
    public bool Hears(Channel channel, Instant at) =>
        _chosen.Where(c => c.Channel == channel && c.At < at).Select(c => (bool?)c.IsOn).LastOrDefault() ?? channel == Channel.Email;

    public bool ActsAt(Instant now) => !HasVanished && now >= SilentUntil;

    public void Join(CommunityId community, MemberId id) => Me = new Actor(community, id, mentors ? Roles.Mentor : Roles.Newcomer);

    public void Hears(Instant now, bool? email = null, bool? texts = null)
    {
        HasStoppedEmail = !(email ?? !HasStoppedEmail);
        HasTexts = texts ?? HasTexts;
        HadTexts |= HasTexts;
        if (email is { } mail) _chosen.Add((now, Channel.Email, mail));
        if (texts is { } text) _chosen.Add((now, Channel.Sms, text));
        var isReached = HasTexts || !HasStoppedEmail;
        if (OutOfReach is [.., { Until: null } open])
        {
            if (isReached) OutOfReach[^1] = open with { Until = now };
        }
        else if (!isReached) OutOfReach.Add((now, null));
    }

    public ProfileInput Profile { get; private set; } = null!;

    public void Describes(Instant now, ProfileInput profile)
    {
        Profile = profile;
        _lived.Add((now, profile.ZoneId!));
    }

    /// <summary>Whose clock they lived by then: a move counts for what is sent after it.</summary>
    public string ZoneAt(Instant at) => _lived.TakeWhile((l, i) => i == 0 || l.Since < at).Last().Zone;

    /// <summary>They want to be asked at this hour, wherever they live.</summary>
    public void Chooses(PlanId plan, LocalTime? hour) => _hours[plan] = hour;

    /// <summary>Null where they chose none.</summary>
    public LocalTime? HourOf(PlanId plan) => _hours.GetValueOrDefault(plan);

    public bool Chance(double share) => _dice.NextDouble() < share;

    public int Draw(int from, int below) => _dice.Next(from, below);

    public T Pick<T>(IReadOnlyList<T> of) => of[_dice.Next(of.Count)];

    public Duration Within(int fromMinutes, int belowMinutes) => Duration.FromMinutes(_dice.Next(fromMinutes, belowMinutes));

    public Random Dice => _dice;
}
