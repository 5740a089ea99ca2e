using System.Globalization;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Calendar;

/// <summary>The calendar that a link names, as iCalendar: the check-ins of the coming 60 days and what was agreed; a revoked one is <see cref="NotFound"/>.</summary>
public sealed record CalendarOfMember(Actor Actor, Guid Feed) : IQuery<string>, IActed;

internal sealed class CalendarOfMemberHandler(MentorshipDb db, IClock clock) : IRequestHandler<CalendarOfMember, string>
{
    private const int Days = 60;

    private static readonly Duration OfNote = Duration.FromMinutes(10), OfTalk = Duration.FromHours(1);

    public async Task<string> Handle(CalendarOfMember query, CancellationToken cancellation)
    {
        var (you, daysOff) = await Of(query.Feed, cancellation);
        var now = clock.GetCurrentInstant();
        var running = now - OfTalk; // one that began within its length goes on
        var plans = await db.Plans.AsNoTracking().Where(p => p.Member == you && p.NextDueAt != null).ToListAsync(cancellation);
        var talks = await db.Pairings.AsNoTracking()
            .Where(p => (p.Mentor == you || p.Newcomer == you) && p.NextMeetingAt > running)
            .Where(p => p.State == PairingState.Introduced || p.State == PairingState.Active)
            .ToListAsync(cancellation);
        // By the day and not by the moment, so that the same calendar has the same entity tag.
        var today = now.InUtc().Date.AtMidnight().InUtc().ToInstant();
        return CalendarText.Of([.. plans.SelectMany(p => Notes(p, daysOff, now + Duration.FromDays(Days))), .. talks.Select(Talk)], today);
    }

    private async Task<(MemberId Id, DaysOff DaysOff)> Of(Guid feed, CancellationToken cancellation)
    {
        var member = await db.Members.Where(m => m.CalendarFeed == feed).Select(m => new { m.Id, m.DaysOff }).FirstOrDefaultAsync(cancellation);
        return member is null ? throw new NotFound("page") : (member.Id, member.DaysOff);
    }

    private static IEnumerable<CalendarEntry> Notes(CheckInPlan plan, DaysOff daysOff, Instant end) =>
        from at in plan.Upcoming(Days, daysOff)
        where at < end
        select new CalendarEntry($"{plan.Id.Value:N}-{DateOf(plan, at)}", plan.Version, at, OfNote, "A note is waiting", IsBusy: false);

    private static string DateOf(CheckInPlan plan, Instant at) => plan.Times.Today(at).ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    private static CalendarEntry Talk(Pairing pairing) => new($"{pairing.Id.Value:N}-next", pairing.Version, pairing.NextMeetingAt!.Value, OfTalk, "A talk", IsBusy: true);
}
