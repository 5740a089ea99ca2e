using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>
/// Lets offers lapse whose answer window has passed; answers how many. One that cannot is reported and left as it is for the next run; the
/// others go on. Run by the timetable for each community.
/// </summary>
public sealed record LapseOffers(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed partial class LapseOffersHandler(
    IPairingBook book, IStore<MentorRequest, RequestId> requests, IStore<Member, MemberId> members, IClock clock,
    ILogger<LapseOffersHandler> logger) : IRequestHandler<LapseOffers, int>
{
    public async Task<int> Handle(LapseOffers command, CancellationToken cancellation)
    {
        var (now, lapsed) = (clock.GetCurrentInstant(), 0);
        foreach (var pairing in await book.PastAnswer(now, command.BatchSize, cancellation))
            if (await Lapse(pairing, now, cancellation))
                lapsed++;
        return lapsed;
    }

    // What can fail comes before the first change, so that nothing is saved by half.
    private async Task<bool> Lapse(Pairing pairing, Instant now, CancellationToken cancellation)
    {
        try
        {
            var request = await requests.Get(pairing.Request, cancellation);
            (await members.Get(pairing.Mentor, cancellation)).FreePlace();
            pairing.LapseIfDue(now);
            request.Reopen();
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
