using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>
/// Lets offers lapse whose answer window has passed, and frees the places that a no has held till then; answers how many. One that cannot is
/// reported and left as it is for the next run; the others go on. Run by the timetable for each community.
/// </summary>
public sealed record LapseOffers(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed partial class LapseOffersHandler(
    IPairingBook book, Closures closures, IClock clock, ILogger<LapseOffersHandler> logger) : IRequestHandler<LapseOffers, int>
{
    public async Task<int> Handle(LapseOffers command, CancellationToken cancellation)
    {
        var (now, lapsed) = (clock.GetCurrentInstant(), 0);
        foreach (var pairing in await book.PastAnswer(now, command.BatchSize, cancellation))
            if (await Lapse(pairing, now, cancellation))
                lapsed++;
        return lapsed;
    }

    // The pairing is changed last, so that nothing is saved by half.
    private async Task<bool> Lapse(Pairing pairing, Instant now, CancellationToken cancellation)
    {
        try
        {
            await (pairing.IsSilentNo ? closures.FreePlace(pairing, cancellation) : closures.Fell(pairing, cancellation));
            pairing.LapseIfDue(now);
            return true;
        }
        catch (RuleBroken failure)
        {
            LeftAsItIs(logger, pairing.Id.Value, failure.Code);
            return false;
        }
        catch (NotFound failure)
        {
            LeftAsItIs(logger, pairing.Id.Value, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The offer of pairing {Pairing} could not lapse: {Failure}")]
    private static partial void LeftAsItIs(ILogger logger, Guid pairing, string failure);
}
