using Mentorship.Domain.CheckIns.Ladder;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Simulation;

/// <summary>The rungs of a silence.</summary>
public sealed class LadderRulesTests(LivedTown lived) : BrokenOnPurpose(lived)
{
    [Fact]
    public async Task A_silence_that_climbed_out_of_order_is_seen()
    {
        var first = await ARepeat();
        await Take(first, RungCode.Mentor, first.At - Duration.FromMinutes(30));
        var broken = await Look();
        await GiveBack(first);
        AssertSeen("climbed out of order", broken);
        await IsWhole();
    }

    [Fact]
    public async Task A_mentor_who_was_told_too_early_is_seen()
    {
        var first = await ARepeat();
        var hours = LadderTimes.Default.MentorAfterHours;
        await Take(first, RungCode.MemberFirst, first.At + Duration.FromMinutes(1));
        await Take(first, RungCode.Mentor, first.At + Duration.FromHours(hours));
        var broken = await Look();
        await GiveBack(first);
        AssertSeen("told its mentor too early", broken);
        await IsWhole();
    }

    [Fact]
    public async Task A_rung_after_an_answer_is_seen()
    {
        var first = await ARepeat();
        var asked = await Read(db => db.Silences.AsNoTracking().Where(s => s.Id == first.Silence)
            .Join(db.CheckIns.AsNoTracking(), s => s.CheckIn, c => c.Id, (s, c) => c).SingleAsync());
        await Answer(asked.Id, first.At - Duration.FromMinutes(30));
        var broken = await Look();
        await Answer(asked.Id, asked.AnsweredAt);
        AssertSeen("climbed after an answer", broken);
        await IsWhole();
    }

    /// <summary>Of today, and the only rung of its silence.</summary>
    private Task<RungTaken> ARepeat() => Read(db => db.RungsTaken.AsNoTracking()
        .Where(t => t.Rung == RungCode.Repeat && t.At >= Town.Yesterday)
        .Where(t => !db.RungsTaken.Any(o => o.Silence == t.Silence && o.Rung != t.Rung))
        .OrderBy(t => t.Silence).FirstAsync());

    private Task Take(RungTaken like, RungCode rung, Instant at) => Read(async db =>
    {
        var row = db.Entry(await db.RungsTaken.AsNoTracking().SingleAsync(t => t.Silence == like.Silence && t.Rung == like.Rung));
        row.Property(t => t.Rung).CurrentValue = rung;
        row.Property(t => t.At).CurrentValue = at;
        row.State = EntityState.Added;
        return await db.SaveChangesAsync();
    });

    private Task GiveBack(RungTaken but) => Read(db =>
        db.RungsTaken.Where(t => t.Silence == but.Silence && t.Rung != but.Rung).ExecuteDeleteAsync());

    private Task Answer(Domain.CheckInId asked, Instant? at) => Read(db =>
        db.CheckIns.Where(c => c.Id == asked).ExecuteUpdateAsync(c => c.SetProperty(x => x.AnsweredAt, at)));
}
