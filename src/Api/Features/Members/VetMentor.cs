using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A coordinator has met a mentor and vouches for them since a day, today in the community's zone unless <paramref name="On"/> says
/// otherwise; a later day is <c>date-in-future</c>, one before 1900 <c>date-too-early</c>. What <paramref name="ProgrammeWorked"/> leaves
/// out stays as the mentor said it. 409 <c>not-a-mentor</c>.
/// </summary>
public sealed record VetMentor(Actor Actor, MemberId Member, int? IfVersion, LocalDate? On, bool? ProgrammeWorked) : ICommand<Unit>, IActed;

/// <summary>
/// A coordinator takes the vetting back: no new proposal is made; offers and pairings that stand are not touched. A spreadsheet brings it back
/// with a later date only. 409 <c>not-a-mentor</c>.
/// </summary>
public sealed record WithdrawVetting(Actor Actor, MemberId Member, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class VetMentorHandler(IStore<Member, MemberId> members, ICommunities communities, IClock clock)
    : IRequestHandler<VetMentor, Unit>, IRequestHandler<WithdrawVetting, Unit>
{
    private static readonly LocalDate Earliest = new(1900, 1, 1);

    public async Task<Unit> Handle(VetMentor command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Member, cancellation);
        member.MustBeAt(command.IfVersion);
        var today = await Today(cancellation);
        var on = command.On ?? today;
        if (on > today) throw Refused("date-in-future", "Today or an earlier date.");
        if (on < Earliest) throw Refused("date-too-early", "A date from 1900-01-01 on.");
        member.Vet(on);
        if (command.ProgrammeWorked is { } worked) member.AttestProgramme(worked);
        return Unit.Value;
    }

    public async Task<Unit> Handle(WithdrawVetting command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Member, cancellation);
        member.MustBeAt(command.IfVersion);
        member.WithdrawVetting(await Today(cancellation));
        return Unit.Value;
    }

    private async Task<LocalDate> Today(CancellationToken cancellation) =>
        clock.GetCurrentInstant().InZone(Zones.Get((await communities.Current(cancellation)).ZoneId)).Date;

    private static ValidationException Refused(string code, string sentence) =>
        new([new ValidationFailure(nameof(VetMentor.On), sentence) { ErrorCode = code }]);
}
