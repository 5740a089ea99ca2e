using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>What left since the day before, and the rows that it speaks of: read once, for all the rules that look at it.</summary>
internal sealed class SentLately(Town town)
{
    private const int AtOnce = 1000;

    private Dictionary<Guid, CheckIn> _checkIns = [];
    private Dictionary<Guid, Silence> _silences = [];
    private Dictionary<Guid, Concern> _concerns = [];
    private Dictionary<Guid, Pairing> _pairings = [];
    private Dictionary<Guid, MentorRequest> _requests = [];

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public static async Task<SentLately> Read(Town town)
    {
        var sent = new SentLately(town);
        await sent.Read();
        return sent;
    }

    /// <summary>The check-in that a notice is about, whether by itself or by the concern that arose from it.</summary>
    public CheckIn? CheckInOf(Notice notice) => _checkIns.GetValueOrDefault(ConcernOf(notice)?.Subject ?? notice.Subject);

    public Silence? SilenceOf(Notice notice) => _silences.GetValueOrDefault(notice.Subject);

    public Concern? ConcernOf(Notice notice) => _concerns.GetValueOrDefault(notice.Subject);

    public MentorRequest? RequestOf(Notice notice) => _requests.GetValueOrDefault(notice.Subject);

    /// <summary>The pair that a notice speaks of; null where it speaks of none.</summary>
    public Pairing? PairingOf(Notice notice) =>
        _pairings.GetValueOrDefault(
            CheckInOf(notice)?.Pairing.Value ?? SilenceOf(notice)?.Pairing.Value ?? ConcernOf(notice)?.Subject ?? notice.Subject);

    private async Task Read()
    {
        var since = town.Yesterday;
        Notices = await town.Read(db => db.Notices.AsNoTracking().Where(n => n.SentAt >= since).OrderBy(n => n.SentAt).ToListAsync());
        _concerns = await Of(Subjects(NoticeKind.SomeoneAsksForContact, NoticeKind.CoordinatorLook, NoticeKind.CoordinatorLookLater),
            id => new ConcernId(id), (db, ids) => db.Concerns.Where(c => ids.Contains(c.Id)), c => c.Id.Value);
        var asked = Subjects(NoticeKind.CheckInDue, NoticeKind.CheckInRepeated, NoticeKind.CheckInOtherWay, NoticeKind.HelloWishedFor);
        _checkIns = await Of(asked.Concat(_concerns.Values.Select(c => c.Subject)),
            id => new CheckInId(id), (db, ids) => db.CheckIns.Where(c => ids.Contains(c.Id)), c => c.Id.Value);
        _silences = await Of(Subjects(NoticeKind.HelloUnlessFine, NoticeKind.HelloMightBeWelcome),
            id => new SilenceId(id), (db, ids) => db.Silences.Where(s => ids.Contains(s.Id)), s => s.Id.Value);
        var pairs = Subjects(NoticeKind.PairingOffered, NoticeKind.PairingIntroduced, NoticeKind.PairingEnded)
            .Concat(_checkIns.Values.Select(c => c.Pairing.Value)).Concat(_silences.Values.Select(s => s.Pairing.Value))
            .Concat(_concerns.Values.Select(c => c.Subject));
        _pairings = await Of(pairs, id => new PairingId(id), (db, ids) => db.Pairings.Where(p => ids.Contains(p.Id)), p => p.Id.Value);
        _requests = await Of(Subjects(NoticeKind.RequestReceived),
            id => new RequestId(id), (db, ids) => db.Requests.Where(r => ids.Contains(r.Id)), r => r.Id.Value);
    }

    private IEnumerable<Guid> Subjects(params NoticeKind[] kinds) => Notices.Where(n => kinds.Contains(n.Kind)).Select(n => n.Subject);

    private async Task<Dictionary<Guid, T>> Of<T, TId>(
        IEnumerable<Guid> ids, Func<Guid, TId> typed, Func<MentorshipDb, List<TId>, IQueryable<T>> rows, Func<T, Guid> id) where T : Entity
    {
        var found = new Dictionary<Guid, T>();
        foreach (var few in ids.Distinct().Select(typed).Chunk(AtOnce))
            foreach (var row in await town.Read(db => rows(db, [.. few]).AsNoTracking().ToListAsync())) found.Add(id(row), row);
        return found;
    }
}
