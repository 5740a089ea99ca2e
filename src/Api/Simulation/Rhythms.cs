using Mentorship.Api.Features.CheckIns;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>How often people want to be asked: daily, some days of the week, rarer by and by, in one more layer, and not on their holidays.</summary>
internal sealed class Rhythms(Town town)
{
    public async Task Choose(Person person, PairingId pairing)
    {
        var plan = await town.Host.Read(town.Coordinator.Community, async db => await db.Plans.AsNoTracking()
            .Where(p => p.Pairing == pairing && p.Member == person.Me.Member && p.Layer == Layer.Weekly && p.EndedAt == null)
            .OrderBy(p => p.Id).FirstOrDefaultAsync());
        if (plan is null) return;
        if (person.Chance(0.1)) await HoldHoliday(person, plan);
        await (person.Draw(0, 8) switch
        {
            0 or 1 or 2 => Change(person, plan, Layer.Daily, "daily"),
            3 => Change(person, plan, Layer.Daily, "weekdays:Mon,Wed,Fri"),
            4 => Change(person, plan, Layer.Weekly, "weekly:Tue"),
            5 => Change(person, plan, Layer.Weekly, "every:3:2027-01-01"),
            6 => town.Try(new TakeTaper(person.Me, plan.Id, null)),
            _ => town.Try(new AddPlan(person.Me, pairing, Layer.Quarterly, "monthly:15", "10:00", plan.Times.ZoneId)),
        });
    }

    private async Task<bool> Change(Person person, CheckInPlan plan, Layer layer, string rhythm)
    {
        var at = new LocalTime(person.Draw(6, 23), person.Pick([0, 15, 30]));
        var isChanged = await town.Try(new ChangePlan(person.Me, plan.Id, null, layer, rhythm, $"{at:HH:mm}", plan.Times.ZoneId));
        if (isChanged) person.Chooses(plan.Id, at);
        return isChanged;
    }

    private Task<bool> HoldHoliday(Person person, CheckInPlan plan)
    {
        var from = plan.Times.Today(town.Now).PlusDays(person.Draw(2, 20));
        return town.Try(new SetDaysOff(person.Me, [new DaysOffSpan(from, from.PlusDays(6))]));
    }
}
