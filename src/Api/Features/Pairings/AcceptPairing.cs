using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Features.Pairings;

/// <summary>
/// Mentor, then newcomer, says yes and chooses what the other may see. The second yes introduces them, closes the request,
/// sets the end of a temporary contact and begins the newcomer's check-in plan, and for each side the monthly pulse. 409 <c>not-your-turn</c>, <c>offer-lapsed</c>.
/// </summary>
public sealed record AcceptPairing(Actor Actor, PairingId Pairing, int? IfVersion, ContactShare Shares) : ICommand<Unit>, IActed;

internal sealed class AcceptPairingHandler(
    IStore<Pairing, PairingId> pairings, IRequestBook requests, IPairingBook book, IStore<Member, MemberId> members,
    IStore<CheckInPlan, PlanId> plans, ICommunities communities, IClock clock) : IRequestHandler<AcceptPairing, Unit>
{
    private const int PulseDays = 28;

    public async Task<Unit> Handle(AcceptPairing command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var pairing = await pairings.Own(command.Pairing, command.Actor, command.IfVersion, cancellation);
        pairing.Accept(command.Actor.Member, command.Shares, now);
        if (pairing.State == PairingState.Introduced) await Begin(pairing, (await communities.Current(cancellation)).Policy, now, cancellation);
        return Unit.Value;
    }

    private async Task Begin(Pairing pairing, Policy policy, Instant now, CancellationToken cancellation)
    {
        if (pairing.Kind == RelationshipKind.TemporaryContact) pairing.LastUntil(now + Duration.FromDays(policy.TemporaryContactDays));
        await Serve(pairing, now, cancellation);
        var newcomer = await members.Get(pairing.Newcomer, cancellation);
        var at = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(policy.CheckInAt).Value;
        var times = new PlanTimes(Rhythm.Parse(policy.CheckInRhythm), at, newcomer.Profile.ZoneId);
        var plan = new CheckInPlan(pairing.CommunityId, pairing.Id, newcomer.Id, policy.CheckInLayer, times, now);
        if (policy.FrontLoaded) plan.FrontLoad(now);
        plans.Add(plan);
        if (!policy.MonthlyPulse) return;
        if (plan.Layer != Layer.Monthly) plans.Add(PulseOf(pairing, newcomer, at, now));
        plans.Add(PulseOf(pairing, await members.Get(pairing.Mentor, cancellation), at, now));
    }

    /// <summary>Every four weeks on this day of the week, for the first time in four weeks.</summary>
    private static CheckInPlan PulseOf(Pairing pairing, Member member, LocalTime at, Instant now)
    {
        var today = new PlanTimes(new Rhythm.Daily(), at, member.Profile.ZoneId).Today(now);
        var times = new PlanTimes(new Rhythm.EveryNDays(PulseDays, today.PlusDays(PulseDays)), at, member.Profile.ZoneId);
        return new CheckInPlan(pairing.CommunityId, pairing.Id, member.Id, Layer.Monthly, times, now);
    }

    /// <summary>
    /// What the newcomer asks for is found: their request closes, and what else is proposed for it is dismissed. Who took the request
    /// back while the offer was out and asked anew has another one open; it is served too if no further place is free.
    /// </summary>
    private async Task Serve(Pairing pairing, Instant now, CancellationToken cancellation)
    {
        if (await requests.OpenOf(pairing.Newcomer, pairing.Pathway, pairing.Kind, cancellation) is not { } request) return;
        if (request.Id != pairing.Request && (request.State != RequestState.Open || await HasFreePlace(pairing, cancellation))) return;
        request.Match();
        foreach (var proposal in await book.ProposedFor(request.Id, cancellation)) proposal.Dismiss(now);
    }

    private async Task<bool> HasFreePlace(Pairing pairing, CancellationToken cancellation) =>
        (await book.TakenSlots(pairing.Newcomer, pairing.Pathway, pairing.Kind, cancellation)).Count
            < PathwayCatalogue.Current.Get(pairing.Pathway).PlacesAtOnce(pairing.Kind);
}
