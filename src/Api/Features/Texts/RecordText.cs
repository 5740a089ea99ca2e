using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>
/// A text that needs a person goes on the coordinators' list, without its words: one that no machine may act on, or a call for contact that
/// answers no check-in. What waits takes up the next: words for a day, a call as <see cref="Concern.SameCallSince"/> has it; the answer is then false.
/// <c>Text</c> stands for the message, whatever it said.
/// </summary>
public sealed record RecordText(Actor Actor, MemberId Member, ConcernKind Kind, Guid Text) : ICommand<bool>, IActed;

internal sealed class RecordTextHandler(
    IStore<Concern, ConcernId> concerns, IConcernBook book, IStore<Member, MemberId> people, IMemberBook members, IClock clock) : IRequestHandler<RecordText, bool>
{
    private static readonly Duration Quiet = Duration.FromDays(1); // a telephone may answer by itself, for ever

    public async Task<bool> Handle(RecordText command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (await book.HasOpen(command.Kind, command.Member, await TakenUpSince(command, now, cancellation), cancellation)) return false;
        var coordinators = await members.Coordinators(cancellation);
        concerns.Add(new Concern(command.Actor.Community, command.Kind, command.Member, command.Text, coordinators, now));
        return true;
    }

    private async Task<Instant> TakenUpSince(RecordText command, Instant now, CancellationToken cancellation) =>
        command.Kind == ConcernKind.MessageUnread ? now - Quiet
            : Concern.SameCallSince(now, Zones.Get((await people.Get(command.Member, cancellation)).Profile.ZoneId));
}
