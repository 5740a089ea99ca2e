using Mentorship.Api.Simulation;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;

namespace Mentorship.Api.Tests.Simulation;

/// <summary>
/// Each rule that the simulator looks at is broken once on purpose, and is seen; what was broken is mended again. One town is lived for all
/// of these tests.
/// </summary>
[Collection(nameof(LivedTown))]
public abstract class BrokenOnPurpose(LivedTown lived)
{
    private protected LivedTown Lived => lived;

    private protected Town Town => lived.Town;

    private protected Instant Now => Town.Now;

    private protected Task<IReadOnlyList<string>> Look() => lived.Simulation.Look();

    private protected Task<T> Read<T>(Func<Infrastructure.Persistence.MentorshipDb, Task<T>> read) => lived.Read(read);

    private protected async Task Breaks(string sentence, Action<UpdateSettersBuilder<CheckIn>> how)
    {
        IReadOnlyList<string> broken = [];
        await Meanwhile(how, async () => broken = await Look());
        AssertSeen(sentence, broken);
        await IsWhole();
    }

    /// <summary>Something is done while a check-in is otherwise than it was.</summary>
    private protected async Task Meanwhile(Action<UpdateSettersBuilder<CheckIn>> how, Func<Task> act)
    {
        var one = await ACheckIn();
        await Read(db => db.CheckIns.Where(c => c.Id == one.Id).ExecuteUpdateAsync(how));
        await act();
        await Read(db => db.CheckIns.Where(c => c.Id == one.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.State, one.State)
            .SetProperty(x => x.AnswerBy, one.AnswerBy).SetProperty(x => x.SentAt, one.SentAt)
            .SetProperty(x => x.AnsweredAt, one.AnsweredAt).SetProperty(x => x.AnsweredLate, one.AnsweredLate)));
    }

    private protected static void AssertSeen(string sentence, IReadOnlyList<string> broken) =>
        Assert.Contains(broken, b => b.Contains(sentence, StringComparison.Ordinal));

    private protected async Task IsWhole() => Assert.Empty(await Look());

    /// <summary>A check-in that left today by mail, of a pair that goes on.</summary>
    private protected Task<Notice> ANote() => Read(db => (
        from n in db.Notices.AsNoTracking()
        where n.Kind == NoticeKind.CheckInDue && n.Channel == Channel.Email && n.SentAt >= Town.Yesterday
        where db.Pairings.Any(p => p.Newcomer == n.Recipient && p.ClosedAt == null)
        where !db.Pairings.Any(p => p.Newcomer == n.Recipient && p.IntroducedAt != null && p.ClosedAt != null)
        orderby n.Id
        select n).FirstAsync());

    private protected async Task<CheckIn> ACheckIn() => await CheckInOf(await ANote());

    private protected Task<CheckIn> CheckInOf(Notice note) =>
        Read(db => db.CheckIns.AsNoTracking().SingleAsync(c => c.Id == new CheckInId(note.Subject)));

    private protected Task Close(PairingId pairing, Instant? at) => Read(db =>
        db.Pairings.Where(p => p.Id == pairing).ExecuteUpdateAsync(p => p.SetProperty(x => x.ClosedAt, at)));

    private protected Task Due(CheckInId id, Instant at) => Read(db =>
        db.CheckIns.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.DueAt, at)));

    private protected Task Change(NoticeId id, Action<UpdateSettersBuilder<Notice>> how) =>
        Read(db => db.Notices.Where(n => n.Id == id).ExecuteUpdateAsync(how));
}
