using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>
/// A text that needs a person goes on the coordinators' list, without its words: one that no machine may act on, or a call for contact that
/// answers no check-in. What waits takes up the next within <see cref="Concern.OneCall"/>, and words are put there six times a day at most;
/// the answer is false where nothing new is.
/// <c>Text</c> stands for the message, whatever it said.
/// </summary>
public sealed record RecordText(Actor Actor, MemberId Member, ConcernKind Kind, Guid Text) : ICommand<bool>, IActed;

internal sealed class RecordTextHandler(IStore<Concern, ConcernId> concerns, IConcernBook book, IMemberBook members, IClock clock)
    : IRequestHandler<RecordText, bool>
{
    private const int WordsInADay = 6; // a telephone may answer by itself, for ever

    public async Task<bool> Handle(RecordText command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var raised = await book.Raised(command.Kind, command.Member, now - Duration.FromDays(1), cancellation);
        if (raised.Any(c => c.ClosedAt is null && c.RaisedAt > now - Concern.OneCall)) return false;
        if (command.Kind == ConcernKind.MessageUnread && raised.Count >= WordsInADay) return false;
        var coordinators = await members.CoordinatorsFor([command.Member], cancellation);
        concerns.Add(new Concern(command.Actor.Community, command.Kind, command.Member, command.Text, coordinators[command.Member], now));
        return true;
    }
}
