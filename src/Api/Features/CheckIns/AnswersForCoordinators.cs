using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// The answers that members chose to show to coordinators, in the order in which they were given; no other answer is among them. To one
/// who coordinates none is shown of the other of a pair that they are or were in, nor of anybody between whom and them a block stands.
/// </summary>
public sealed record AnswersForCoordinators(Actor Actor, PairingId? Pairing, Cursor After, int Limit) : IQuery<Page<SharedCheckIn>>, IActed;

/// <param name="Id">The occurrence.</param>
/// <param name="PairingId">Its pairing.</param>
/// <param name="MemberId">Who answered.</param>
/// <param name="MemberName">Their display name.</param>
/// <param name="Date">Its local date in the member's zone.</param>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="Answers">Those whose audience is coordinator as of now.</param>
public sealed record SharedCheckIn(
    Guid Id, Guid PairingId, Guid MemberId, string MemberName, LocalDate Date, Instant AnsweredAt, IReadOnlyList<AnswerView> Answers);

internal sealed class AnswersForCoordinatorsHandler(MentorshipDb db, IVault vault) : IRequestHandler<AnswersForCoordinators, Page<SharedCheckIn>>
{
    public async Task<Page<SharedCheckIn>> Handle(AnswersForCoordinators query, CancellationToken cancellation)
    {
        var (me, apart) = (query.Actor.Member, await db.KeptFrom(query.Actor.Member, cancellation));
        var shared = db.Answers.AsNoTracking().Where(a => a.Audience == Audience.Coordinator);
        var page = await (
            from c in (query.Pairing is { } pairing ? db.CheckIns.Where(c => c.Pairing == pairing) : db.CheckIns).AsNoTracking() // an index answers each
                .After(query.After, c => c.AnsweredAt!.Value, c => c.Id)
            where shared.Any(a => a.CheckIn == c.Id) && !apart.Contains(c.Member)
                && (c.Member == me || !db.Pairings.Any(p => p.Id == c.Pairing && (p.Mentor == me || p.Newcomer == me)))
            join m in db.Members on c.Member equals m.Id
            orderby c.AnsweredAt, c.Id
            select new { CheckIn = c, m.DisplayName })
            .ToPage(query.Limit, r => new(r.CheckIn.AnsweredAt!.Value, r.CheckIn.Id.Value), cancellation);

        var ids = page.Items.Select(r => r.CheckIn.Id).ToList();
        var answers = (await shared.Where(a => ids.Contains(a.CheckIn)).ToListAsync(cancellation)).ToLookup(a => a.CheckIn);
        var views = new List<SharedCheckIn>();
        foreach (var row in page.Items)
            views.Add(View(row.CheckIn, row.DisplayName, await vault.OpenAnswers(answers[row.CheckIn.Id], cancellation)));
        return new(views, page.Next);
    }

    private static SharedCheckIn View(CheckIn c, string name, IReadOnlyList<AnswerView> answers) =>
        new(c.Id.Value, c.Pairing.Value, c.Member.Value, name, c.ScheduledDate, c.AnsweredAt!.Value, answers);
}
