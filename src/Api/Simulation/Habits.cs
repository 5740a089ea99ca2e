using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Progress;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// What people do each by themselves: they join, move, fall silent, vanish, stop e-mail for a while, and mentors confirm or take a break.
/// </summary>
internal sealed class Habits(Town town, SimulationOptions options)
{
    private const int Hour = 60, Day = 24 * Hour;

    /// <summary>Half of the mentors and a tenth of the newcomers are there from the start; the others come over the whole time.</summary>
    public void PlanToJoin()
    {
        for (var number = 1; number <= options.Members; number++)
        {
            var person = new Person(number, options.Seed, mentors: number % 10 < 4);
            var isThere = person.Chance(person.Mentors ? 0.5 : 0.1);
            var after = isThere ? Duration.Zero : person.Within(0, options.Days * Day);
            town.Agenda.At(town.Now + after, () => Join(person));
        }
    }

    public async Task LiveADay()
    {
        foreach (var person in town.People.Where(p => p.ActsAt(town.Now)).ToList())
        {
            if (person.Chance(0.004)) await Move(person);
            if (person.Chance(person.Mentors ? 0.002 : 0.006)) person.SilentUntil = town.Now + person.Within(2 * Day, 25 * Day);
            else if (person.Chance(person.Mentors ? 0.0015 : 0.0005)) person.HasVanished = true;
            else if (person.Chance(0.001) && !person.HasStoppedEmail) await StopEmail(person);
            else if (person.Mentors) await KeepListed(person);
        }
    }

    private async Task Join(Person person)
    {
        var described = Crowd.Describe(person, town.Now);
        var id = await town.Host.Send(new AddMember(town.Coordinator, described));
        town.Add(person, id);
        person.Describes(town.Now, described.Profile!);
        person.Answers = person.Draw(35, 98) / 100.0;
        if (person.Chance(0.01)) town.Host.Post.Gone.Add(person.Email);
        if (person.Chance(0.5)) await KeepDate(person, described.Profile!);
        if (person.Mentors) await town.Try(new VetMentor(town.Coordinator, id, null, null, ProgrammeWorked: true));
        if (person.Chance(0.1)) await town.Try(new SetQuietHours(person.Me, "22:30", "07:00"));
        if (person.Chance(0.15) && await town.Try(new SetNotices(person.Me, id, Sms: true))) person.Hears(town.Now, texts: true);
    }

    private async Task KeepDate(Person person, ProfileInput profile)
    {
        var since = town.Now.InUtc().Date.PlusDays(-person.Draw(2, 400));
        if (await town.Try(new RecordProgress(person.Me, profile.Pathways![0], since, Definition: null))) person.Since = since;
    }

    /// <summary>To where the clocks are others, perhaps at the other end of the world.</summary>
    private async Task Move(Person person)
    {
        var profile = person.Profile with { ZoneId = Crowd.ZoneOf(person) };
        if (await town.Try(new DescribeMyself(person.Me, IfVersion: null, profile))) person.Describes(town.Now, profile);
    }

    private async Task StopEmail(Person person)
    {
        if (!await town.Try(new SetNotices(person.Me, person.Me.Member, Email: false))) return;
        person.Hears(town.Now, email: false);
        town.Agenda.At(town.Now + person.Within(4 * Day, 15 * Day), async () =>
        {
            if (await town.Try(new SetNotices(person.Me, person.Me.Member, Email: true))) person.Hears(town.Now, email: true);
        });
    }

    /// <summary>Most mentors confirm within the community's days; a few take a break and come back.</summary>
    private async Task KeepListed(Person mentor)
    {
        if (mentor.Chance(1 / 25.0)) await town.Try(new ConfirmAvailability(mentor.Me));
        if (!mentor.Chance(0.003) || !await town.Try(new TakeABreak(mentor.Me))) return;
        town.Agenda.At(town.Now + mentor.Within(5 * Day, 20 * Day), () => town.Try(new ComeBack(mentor.Me)));
    }
}
