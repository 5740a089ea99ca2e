using System.Security.Cryptography;
using System.Text;
using Mentorship.Domain;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Simulation;

/// <summary>
/// A digest of all that happened: states and moments in the order in which things came to be, people by their numbers. Ids are drawn anew in
/// every run and are not in it.
/// </summary>
internal sealed class History(Town town)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public async Task<string> Digest()
    {
        foreach (var line in await town.Host.Read(town.Coordinator.Community, Lines)) _hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(_hash.GetHashAndReset())[..16];
    }

    private async Task<IReadOnlyList<string>> Lines(Infrastructure.Persistence.MentorshipDb db) =>
    [
        .. town.People.Select(p => $"person {p.Number} {p.Mentors}"),
        .. (await db.Requests.AsNoTracking().OrderBy(r => r.Id).ToListAsync()).Select(r => $"{Who(r.Newcomer)} {r.Pathway} {r.Kind} {r.State} {r.RequestedAt}"),
        .. (await db.Pairings.AsNoTracking().OrderBy(p => p.Id).ToListAsync())
            .Select(p => $"{Who(p.Mentor)} {Who(p.Newcomer)} {p.State} {p.ProposedAt} {p.ApprovedAt} {p.IntroducedAt} {p.FirstMetAt} {p.ClosedAt}"),
        .. (await db.CheckIns.AsNoTracking().OrderBy(c => c.Id).ToListAsync())
            .Select(c => $"{Who(c.Member)} {c.Layer} {c.ScheduledDate} {c.State} {c.DueAt} {c.SentAt} {c.AnsweredAt} {c.AnsweredLate}"),
        .. (await db.Answers.AsNoTracking().OrderBy(a => a.Id).ToListAsync()).Select(a => $"{Who(a.Member)} {a.Question} {a.Audience}"),
        .. (await db.Silences.AsNoTracking().OrderBy(s => s.Id).ToListAsync()).Select(s => $"{Who(s.Member)} {s.BeganAt} {s.Last} {s.LastAt} {s.EndedAt} {s.EndedBy}"),
        .. (await db.Notices.AsNoTracking().OrderBy(n => n.Id).ToListAsync()).Select(n => $"{Who(n.Recipient)} {n.Kind} {n.Channel} {n.State} {n.CreatedAt} {n.SentAt}"),
    ];

    private string Who(MemberId id) => id == town.Coordinator.Member ? "coordinator" : $"{town[id].Number}";
}
