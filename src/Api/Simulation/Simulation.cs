using Mentorship.Api.Jobs;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// A made-up community lives day after day, with nothing but the ordinary use cases and the ordinary timetable. After each virtual day every
/// invariant is looked at.
/// </summary>
internal sealed class Simulation
{
    /// <summary>Two weeks before the clocks of North America and Morocco change, four before Europe's, five before those of the south.</summary>
    public static readonly Instant Start = Instant.FromUtc(2027, 3, 1, 0, 0);

    public static readonly Duration Step = Duration.FromMinutes(30);

    private static readonly int StepsOfADay = (int)(Duration.FromDays(1) / Step), StepsBetweenVisits = StepsOfADay / 4;

    private readonly List<string> _broken = [];
    private readonly Weather _weather;
    private readonly Replies _replies;
    private readonly TextReplies _texts;
    private readonly Pairs _pairs;
    private readonly Habits _habits;
    private readonly Desk _desk;
    private readonly Invariants _invariants;
    private readonly Rules _rules;

    public Simulation(Town town, SimulationOptions options)
    {
        Town = town;
        _weather = new Weather(Start, options.Days, options.Seed);
        (_replies, _texts) = (new Replies(town), new TextReplies(town));
        (_pairs, _habits, _desk) = (new Pairs(town), new Habits(town, options), new Desk(town));
        (_invariants, _rules) = (new Invariants(town.Host, town.Coordinator.Community), new Rules(town, _weather, _texts));
        _habits.PlanToJoin();
    }

    public Town Town { get; }

    public int Outages => _weather.Outages;

    /// <summary>Every invariant that broke, each sentence once.</summary>
    public IReadOnlyList<string> Broken => [.. _broken.Distinct()];

    public async Task LiveADay()
    {
        for (var step = 0; step < StepsOfADay; step++)
        {
            if (!_weather.ServiceIsAway(Town.Now)) await Live(step);
            Town.Host.Clock.Now += Step;
        }
        _broken.AddRange(await Look());
    }

    /// <summary>What is broken in what has happened since the day before.</summary>
    public async Task<IReadOnlyList<string>> Look() => [.. await _invariants.Broken(), .. await _rules.Broken()];

    private async Task Live(int step)
    {
        Town.Host.Post.IsAway = _weather.MailIsAway(Town.Now);
        await RunJobs();
        Deliver();
        await Town.Agenda.DoUntil(Town.Now);
        if (step % StepsBetweenVisits == 0) await Visit();
        if (step == StepsBetweenVisits) await LookAround();
    }

    private void Deliver()
    {
        foreach (var letter in Town.Host.Post.Take())
        {
            Town.Deliveries.Add(new(Town.Now, Channel.Email, letter.To, letter.Notice));
            _replies.Read(letter);
        }
        foreach (var number in Town.Host.Phones.Take())
        {
            Town.Deliveries.Add(new(Town.Now, Channel.Sms, number));
            _texts.Read(number);
        }
    }

    private async Task Visit()
    {
        await _replies.AnswerOffers();
        await _desk.Approve();
    }

    private async Task LookAround()
    {
        await _habits.LiveADay();
        await _pairs.LiveADay();
        await _desk.CloseConcerns();
        await _desk.Allot();
        await _desk.Approve();
    }

    private async Task RunJobs()
    {
        try
        {
            await Town.Host.RunJobs(Step);
        }
        catch (CommunitiesFailed failed)
        {
            _broken.Add($"a job failed: {failed.InnerException?.GetType().Name}");
        }
    }
}
