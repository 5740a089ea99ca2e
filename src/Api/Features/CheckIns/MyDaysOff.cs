using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>The dates on which the caller is not asked, in whatever pairing.</summary>
public sealed record MyDaysOff(Actor Actor) : IQuery<Versioned<DaysOffView>>, IActed;

/// <param name="Spans">In the order of the calendar, both ends included.</param>
public sealed record DaysOffView(IReadOnlyList<DaysOffSpan> Spans);

internal sealed class MyDaysOffHandler(MentorshipDb db) : IRequestHandler<MyDaysOff, Versioned<DaysOffView>>
{
    public async Task<Versioned<DaysOffView>> Handle(MyDaysOff query, CancellationToken cancellation)
    {
        var mine = await db.Members.Where(m => m.Id == query.Actor.Member).Select(m => new { m.DaysOff, m.Version }).FirstAsync(cancellation);
        return new(new([.. mine.DaysOff.Spans.Select(s => new DaysOffSpan(s.Start, s.End))]), mine.Version);
    }
}
