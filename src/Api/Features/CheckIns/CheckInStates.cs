using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>What a coordinator sees of check-ins: answered or missed, never a word of an answer.</summary>
public sealed record CheckInStates(Actor Actor, PairingId? Pairing, Cursor After, int Limit) : IQuery<Page<CheckInStanding>>, IActed;

/// <summary>How one occurrence stands.</summary>
public sealed record CheckInStanding(Guid Id, Guid PairingId, LocalDate Date, Instant DueAt, CheckInState State, bool AnsweredLate);

internal sealed class CheckInStatesHandler(MentorshipDb db) : IRequestHandler<CheckInStates, Page<CheckInStanding>>
{
    public Task<Page<CheckInStanding>> Handle(CheckInStates query, CancellationToken cancellation) =>
        (query.Pairing is { } pairing ? db.CheckIns.Where(c => c.Pairing == pairing) : db.CheckIns).AsNoTracking() // an index answers each
        .After(query.After, c => c.DueAt, c => c.Id)
        .OrderBy(c => c.DueAt).ThenBy(c => c.Id)
        .Select(c => new CheckInStanding(c.Id.Value, c.Pairing.Value, c.ScheduledDate, c.DueAt, c.State, c.AnsweredLate))
        .ToPage(query.Limit, c => new(c.DueAt, c.Id), cancellation);
}
