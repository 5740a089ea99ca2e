using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// Whoever holds the link of the note says "I'm fine": from then on nobody is told anything. Once that silence is over it ends none, but
/// its member is there.
/// </summary>
public sealed record SayFine(Actor Actor, SilenceId Silence) : ICommand<Unit>, IActed;

/// <summary>What stands at such a link.</summary>
public sealed record FineAsked(Actor Actor, SilenceId Silence) : IQuery<FineStanding>, IActed;

/// <param name="IsOpen">Whether saying so still changes anything.</param>
/// <param name="MentorMayKnow">Whether the note to the mentor is written, and may have left.</param>
/// <param name="Country">ISO 3166 country of the member's zone, for the lines to call; null when unknown.</param>
public sealed record FineStanding(bool IsOpen, bool MentorMayKnow, string? Country);

internal sealed class SayFineHandler(IStore<Silence, SilenceId> silences, IStore<Member, MemberId> members, IClock clock)
    : IRequestHandler<SayFine, Unit>
{
    public async Task<Unit> Handle(SayFine command, CancellationToken cancellation)
    {
        var (silence, now) = (await silences.Get(command.Silence, cancellation), clock.GetCurrentInstant());
        if (silence.IsOpen is null) (await members.Get(silence.Member, cancellation)).Heard(now);
        silence.SayFine(now);
        return Unit.Value;
    }
}

internal sealed class FineAskedHandler(MentorshipDb db) : IRequestHandler<FineAsked, FineStanding>
{
    public async Task<FineStanding> Handle(FineAsked query, CancellationToken cancellation)
    {
        var found = await (
            from s in db.Silences.AsNoTracking()
            where s.Id == query.Silence
            join m in db.Members on s.Member equals m.Id
            select new { s.IsOpen, s.Last, m.Profile.ZoneId }).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("page");
        return new(found.IsOpen == true, found.Last > RungCode.MemberFirst, Countries.OfZone(found.ZoneId));
    }
}
