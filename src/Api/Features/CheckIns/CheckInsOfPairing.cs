using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// The occurrences of a pairing as one of the two sees them: your own whole, the other's only as far as each answer's audience allows, and
/// not once the pairing has ended.
/// </summary>
public sealed record CheckInsOfPairing(Actor Actor, PairingId Pairing, Cursor After, int Limit, bool OthersNewestFirst = false)
    : IQuery<Page<CheckInView>>, IActed;

/// <param name="Id">The occurrence.</param>
/// <param name="Yours">Whether you are the one who is asked.</param>
/// <param name="Layer">daily, weekly, monthly or quarterly.</param>
/// <param name="Date">Its local date in the asked member's zone.</param>
/// <param name="DueAt">UTC.</param>
/// <param name="AnswerBy">Until then an answer is in time, UTC.</param>
/// <param name="State">scheduled, sent, answered, missed or excused.</param>
/// <param name="ExcusedBecause">Why one of your own is excused: ours, day-off, paused-or-ended, stopped or out-of-reach; null for every other.</param>
/// <param name="AnsweredLate">Whether the answer came after its time; it counts all the same.</param>
/// <param name="Answers">The answers that you may see.</param>
/// <param name="Sum">Of your own quarterly form, 10 to 60, once all ten are answered; nobody else sees it, and no number in it is good or bad.</param>
public sealed record CheckInView(
    Guid Id, bool Yours, Layer Layer, LocalDate Date, Instant DueAt, Instant AnswerBy, CheckInState State, ExcuseReason? ExcusedBecause,
    bool AnsweredLate, IReadOnlyList<AnswerView> Answers, int? Sum);

internal sealed class CheckInsOfPairingHandler(MentorshipDb db, IVault vault) : IRequestHandler<CheckInsOfPairing, Page<CheckInView>>
{
    public async Task<Page<CheckInView>> Handle(CheckInsOfPairing query, CancellationToken cancellation)
    {
        var you = query.Actor.Member;
        var pairing = await Introduced(query.Pairing, you, cancellation);
        var both = pairing.State.IsIntroduced();
        var shown = db.CheckIns.AsNoTracking().Where(c => c.Pairing == query.Pairing && (both || c.Member == you))
            .After(query.After, c => c.DueAt, c => c.Id, downwards: query.OthersNewestFirst);
        var page = await (query.OthersNewestFirst
                ? shown.Where(c => c.Member != you).OrderByDescending(c => c.DueAt).ThenByDescending(c => c.Id)
                : shown.OrderBy(c => c.DueAt).ThenBy(c => c.Id))
            .ToPage(query.Limit, c => new(c.DueAt, c.Id.Value), cancellation);

        var ids = page.Items.Select(c => c.Id).ToList();
        var visible = await db.Answers.AsNoTracking()
            .Where(a => ids.Contains(a.CheckIn) && (a.Member == you || a.Audience != Audience.Me)).ToListAsync(cancellation);
        var views = new List<CheckInView>();
        foreach (var checkIn in page.Items) views.Add(View(checkIn, you, await vault.OpenAnswers(visible.Where(a => IsShown(a, checkIn, you)), cancellation)));
        return new(views, page.Next);
    }

    private static CheckInView View(CheckIn c, MemberId you, IReadOnlyList<AnswerView> answers) =>
        new(c.Id.Value, c.Member == you, c.Layer, c.ScheduledDate, c.DueAt, c.AnswerBy, c.State, c.Member == you ? c.ExcusedBecause : null,
            c.AnsweredLate, answers,
            c.Member == you && c.Layer == Layer.Quarterly ? RecoveryCapital.Sum(answers.Select(a => (a.Question, a.Choice))) : null);

    // What somebody says of the relationship is not shown to the other side of it, whatever its audience.
    private static bool IsShown(Answer answer, CheckIn checkIn, MemberId you) =>
        answer.CheckIn == checkIn.Id && (answer.Member == you || checkIn.Layer != Layer.Monthly);

    private async Task<Pairing> Introduced(PairingId id, MemberId you, CancellationToken cancellation)
    {
        var pairing = await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation);
        return pairing is { IntroducedAt: not null } && pairing.Pair.Has(you) ? pairing : throw new NotFound("pairing");
    }
}
