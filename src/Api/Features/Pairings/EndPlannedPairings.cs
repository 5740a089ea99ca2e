using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>
/// Ends temporary contacts whose days have passed, as if one of the two had ended it: the place is free, check-ins stop, and the
/// newcomer may ask again at once. Answers how many. Run by the timetable for each community.
/// </summary>
public sealed record EndPlannedPairings(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed class EndPlannedPairingsHandler(IPairingBook book, PairingEnd end, IClock clock) : IRequestHandler<EndPlannedPairings, int>
{
    public async Task<int> Handle(EndPlannedPairings command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var past = await book.PastEnd(now, command.BatchSize, cancellation);
        foreach (var pairing in past.Where(p => p.EndIfDue(now))) await end.Follow(pairing, now, cancellation);
        return past.Count;
    }
}
