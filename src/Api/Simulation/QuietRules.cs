using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// While somebody's own clock shows their quiet hours nothing leaves for them but what may at any hour, and a check-in at the hour that they
/// chose for it: by what they chose, not by what the service makes of it.
/// </summary>
internal sealed class QuietRules(Town town)
{
    private static readonly Duration Soon = Duration.FromHours(1);

    public async Task<IReadOnlyList<string>> Broken(SentLately sent)
    {
        var members = await town.Read(db => db.Members.AsNoTracking()
            .Select(m => new { m.Id, m.Quiet, m.Profile.ZoneId }).ToDictionaryAsync(m => m.Id));
        return
        [
            .. from notice in sent.Notices
               where !notice.Kind.GoesAtOnce()
               let to = members[notice.Recipient]
               let person = town.Find(notice.Recipient)
               let clock = notice.SentAt!.Value.InZone(Zones.Get(person?.ZoneAt(notice.SentAt.Value) ?? to.ZoneId)).TimeOfDay
               where to.Quiet.Includes(clock) && !(person is not null && IsAtHourOfTheirs(notice, clock, person, sent))
               select $"notice {notice.Id} of kind {notice.Kind.Id()} left in quiet hours",
        ];
    }

    private static bool IsAtHourOfTheirs(Notice notice, LocalTime clock, Person person, SentLately sent) =>
        notice.Kind == NoticeKind.CheckInDue && notice.SentAt - notice.CreatedAt < Soon
        && person.HourOf(sent.CheckInOf(notice)!.Plan) is { } hour && clock >= hour && clock < hour.PlusHours(1);
}
