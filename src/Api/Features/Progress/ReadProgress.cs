using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Progress;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>What the caller keeps of their own way, counted on the calendar of their zone, and the clocks that they could begin.</summary>
public sealed record ReadProgress(Actor Actor) : IQuery<OwnProgress>, IActed;

/// <summary>What the caller keeps on one pathway.</summary>
public sealed record ReadOneProgress(Actor Actor, ProgressId Progress) : IQuery<Versioned<ProgressView>>, IActed;

/// <param name="Medicine">Shown where a date is set.</param>
/// <param name="Items">What you keep.</param>
/// <param name="Offered">The clocks of your pathways that you have not begun; a pathway that counts no time has none.</param>
public sealed record OwnProgress(string Medicine, IReadOnlyList<ProgressView> Items, IReadOnlyList<OfferedClock> Offered)
{
    public override string ToString() => nameof(OwnProgress);
}

internal sealed class ReadProgressHandler(MentorshipDb db, IVault vault, IClock clock)
    : IRequestHandler<ReadProgress, OwnProgress>, IRequestHandler<ReadOneProgress, Versioned<ProgressView>>
{
    internal const string Medicine = "Medicine taken as prescribed never changes this date. Nothing changes it but you.";

    public async Task<OwnProgress> Handle(ReadProgress query, CancellationToken cancellation)
    {
        var me = await Me(query.Actor, cancellation);
        var rows = await db.Progress.AsNoTracking().Where(p => p.Member == me.Id).OrderBy(p => p.Pathway).ToListAsync(cancellation);
        var views = new List<ProgressView>();
        foreach (var row in rows) views.Add(await View(row, me, cancellation));
        return new(Medicine, views, [.. Offered(me).Where(o => views.All(v => v.Pathway != o.Pathway || v.Time is null))]);
    }

    public async Task<Versioned<ProgressView>> Handle(ReadOneProgress query, CancellationToken cancellation)
    {
        var me = await Me(query.Actor, cancellation);
        var row = await db.Progress.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Progress && p.Member == me.Id, cancellation)
            ?? throw new NotFound("progress");
        return new(await View(row, me, cancellation), row.Edition);
    }

    private async Task<ProgressView> View(PathwayProgress row, Member me, CancellationToken cancellation)
    {
        var (time, marks) = (await vault.OpenTime(row, cancellation), await vault.OpenWork(row, cancellation));
        var today = me.TodayAt(clock.GetCurrentInstant());
        return new(
            row.Id.Value, row.Edition, row.Pathway,
            time is null ? null : TimeView.Of(PathwayCatalogue.Current.Get(row.Pathway), time, today),
            WorkView.Of(row, marks, await db.PolicyOf(me.CommunityId, cancellation)));
    }

    private Task<Member> Me(Actor actor, CancellationToken cancellation) =>
        db.Members.AsNoTracking().FirstAsync(m => m.Id == actor.Member, cancellation);

    private static IEnumerable<OfferedClock> Offered(Member me) =>
        from id in me.Profile.Pathways
        let clock = PathwayCatalogue.Current.Find(id)?.Clock
        where clock is not null
        select new OfferedClock(id, clock.Word, clock.IsPersonal);
}
