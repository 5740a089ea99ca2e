using MediatR;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>The place where people live: who is there, what they mean to do, and the service that they turn to.</summary>
internal sealed class Town(VirtualHost host, Actor coordinator)
{
    private readonly Dictionary<MemberId, Person> _byId = [];
    private readonly Dictionary<string, Person> _byEmail = [], _byPhone = [];

    public VirtualHost Host => host;

    public Actor Coordinator => coordinator;

    public Instant Now => host.Clock.Now;

    public Agenda Agenda { get; } = new();

    /// <summary>In the order in which they joined.</summary>
    public List<Person> People { get; } = [];

    /// <summary>What the service refused people, by code: they tried what was not possible then.</summary>
    public SortedDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>When a pairing was paused or ended: what waits for an answer then can never be missed.</summary>
    public List<(PairingId Pairing, Instant At)> Rests { get; } = [];

    /// <summary>Who called for contact, and when.</summary>
    public List<Call> Calls { get; } = [];

    /// <summary>Who said "I used", and when.</summary>
    public List<(Person Person, Instant At)> SaidUsed { get; } = [];

    /// <summary>What its member showed at first and keeps to themselves since, each for good.</summary>
    public HashSet<(CheckInId CheckIn, string Question)> Hidden { get; } = [];

    /// <summary>What reached an address or a number.</summary>
    public List<Delivery> Deliveries { get; } = [];

    public Instant Yesterday => Now - Duration.FromDays(1);

    public Person this[MemberId id] => _byId[id];

    /// <summary>Null for the coordinator.</summary>
    public Person? Find(MemberId id) => _byId.GetValueOrDefault(id);

    public Person? ByEmail(string address) => _byEmail.GetValueOrDefault(address);

    public Person? ByPhone(string number) => _byPhone.GetValueOrDefault(number);

    public void Add(Person person, MemberId id)
    {
        person.Join(coordinator.Community, id);
        People.Add(person);
        _byId.Add(id, person);
        _byEmail.Add(person.Email, person);
        _byPhone.Add(person.Phone, person);
    }

    public Task<T> Read<T>(Func<MentorshipDb, Task<T>> read) => host.Read(coordinator.Community, read);

    /// <summary>What happened before the day before is of no use to anybody.</summary>
    public void Forget()
    {
        Calls.RemoveAll(c => c.At < Yesterday);
        SaidUsed.RemoveAll(s => s.At < Yesterday);
        Deliveries.RemoveAll(d => d.At < Yesterday);
    }

    /// <summary>Whether it was done; a refusal is counted and nothing more, as it is for people.</summary>
    public async Task<bool> Try<T>(IRequest<T> request)
    {
        try
        {
            await host.Send(request);
            return true;
        }
        catch (RuleBroken refused)
        {
            return Refused(refused.Code);
        }
        catch (NotFound)
        {
            return Refused("not-found"); // what somebody meant to answer is no longer shown to them
        }
    }

    private bool Refused(string code)
    {
        Refusals[code] = Refusals.GetValueOrDefault(code) + 1;
        return false;
    }

    /// <summary>Somebody means to do it after a while, unless they look at nothing then.</summary>
    public void Later(Person person, Duration after, Func<Task> act) => Agenda.At(Now + after, () => person.ActsAt(Now) ? act() : Task.CompletedTask);
}

/// <summary>Somebody called for contact.</summary>
internal sealed record Call(MemberId Member, Instant At);

/// <summary>Something reached an address or a number; a mail says which notice it is, a text does not.</summary>
internal sealed record Delivery(Instant At, Channel Channel, string To, string? Notice = null)
{
    public override string ToString() => nameof(Delivery);
}
