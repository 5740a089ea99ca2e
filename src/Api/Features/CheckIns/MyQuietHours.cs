using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>Between which times of the caller's own clock nothing is sent to them that can wait.</summary>
public sealed record MyQuietHours(Actor Actor) : IQuery<QuietHoursView>, IActed;

/// <param name="From">Local time, HH:mm.</param>
/// <param name="To">Local time, HH:mm; the same as the start when nothing is held back.</param>
/// <param name="ZoneId">The IANA zone of that clock: the one of your profile.</param>
public sealed record QuietHoursView(LocalTime From, LocalTime To, string ZoneId);

internal sealed class MyQuietHoursHandler(MentorshipDb db) : IRequestHandler<MyQuietHours, QuietHoursView>
{
    public async Task<QuietHoursView> Handle(MyQuietHours query, CancellationToken cancellation)
    {
        var member = await db.Members.AsNoTracking().FirstAsync(m => m.Id == query.Actor.Member, cancellation);
        return new(member.Quiet.From, member.Quiet.To, member.Profile.ZoneId);
    }
}
