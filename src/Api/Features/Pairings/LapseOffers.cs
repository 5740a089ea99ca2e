using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>Lets offers lapse whose answer window has passed; answers how many. Run by the timetable for each community.</summary>
public sealed record LapseOffers(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed class LapseOffersHandler(
    IPairingBook book, IStore<MentorRequest, RequestId> requests, IStore<Member, MemberId> members, IClock clock)
    : IRequestHandler<LapseOffers, int>
{
    public async Task<int> Handle(LapseOffers command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var past = await book.PastAnswer(now, command.BatchSize, cancellation);
        foreach (var pairing in past)
        {
            if (!pairing.LapseIfDue(now)) continue;
            (await members.Get(pairing.Mentor, cancellation)).FreePlace();
            (await requests.Get(pairing.Request, cancellation)).Reopen();
        }
        return past.Count;
    }
}
