using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>
/// A text that needs a person goes on the coordinators' list, without its words: one that no machine may act on, or a call for contact that
/// answers no check-in. What waits takes up the next: words for a day, a call within <see cref="Concern.OneCall"/>; the answer is then false.
/// <c>Text</c> stands for the message, whatever it said.
/// </summary>
public sealed record RecordText(Actor Actor, MemberId Member, ConcernKind Kind, Guid Text) : ICommand<bool>, IActed;

internal sealed class RecordTextHandler(IStore<Concern, ConcernId> concerns, IConcernBook book, IMemberBook members, IClock clock)
    : IRequestHandler<RecordText, bool>
{
    private static readonly Duration Quiet = Duration.FromDays(1); // a telephone may answer by itself, for ever

    public async Task<bool> Handle(RecordText command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var since = now - (command.Kind == ConcernKind.MessageUnread ? Quiet : Concern.OneCall);
        if (await book.HasOpen(command.Kind, command.Member, since, cancellation)) return false;
        var coordinators = await members.CoordinatorsFor([command.Member], cancellation);
        concerns.Add(new Concern(command.Actor.Community, command.Kind, command.Member, command.Text, coordinators[command.Member], now));
        return true;
    }
}
