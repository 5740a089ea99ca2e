using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// Opens what is to be looked at in one community, and tells members, without saying what, that there is something kind for them; answers how
/// many were looked at. Run by the timetable. Only who opens it knows whether a milestone is reached: the row says when to look and no more.
/// Two that look at once meet on the row's version, and the mark of a milestone is the notice's subject, of which there is one.
/// </summary>
public sealed record SendKindWords(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed partial class SendKindWordsHandler(
    IProgressBook book, IStore<Member, MemberId> members, IVault vault, IClock clock, ILogger<SendKindWordsHandler> logger) : IRequestHandler<SendKindWords, int>
{
    public async Task<int> Handle(SendKindWords command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var due = await book.Due(now, command.BatchSize, cancellation);
        foreach (var progress in due) await Look(progress, now, cancellation);
        return due.Count;
    }

    private async Task Look(PathwayProgress progress, Instant now, CancellationToken cancellation)
    {
        try
        {
            var zone = Zones.Get((await members.Get(progress.Member, cancellation)).Profile.ZoneId);
            if (await vault.OpenTime(progress, cancellation) is not { } time)
            {
                progress.StopLooking(); // the member's key was erased: nobody can read it any more
                return;
            }
            var told = progress.TakeDue(time, zone, now);
            if (told != time) progress.KeepTold(await vault.SealTime(progress, told, cancellation));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            PushedBack(logger, progress.Id.Value, failure.GetType().Name);
            progress.PushBack(now);
        }
    }

    [LoggerMessage(LogLevel.Error, "Row {Progress} could not be looked at and was pushed back by an hour: {Failure}")]
    private static partial void PushedBack(ILogger logger, Guid progress, string failure);
}
