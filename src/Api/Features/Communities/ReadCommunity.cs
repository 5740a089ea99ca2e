using System.Text.Json.Serialization;
using MediatR;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Communities;

/// <summary>The community as one of its members sees it; a coordinator also sees its policy.</summary>
public sealed record ReadCommunity(Actor Actor) : IQuery<Versioned<CommunityView>>, IActed;

/// <param name="Id">The community.</param>
/// <param name="Name">Shown inside only.</param>
/// <param name="ZoneId">IANA zone that is offered to new members.</param>
/// <param name="Pathways">Catalogue ids of the pathways that a mentor here follows, in the catalogue's order.</param>
/// <param name="Policy">What the community decided for itself; left out for who is not a coordinator.</param>
public sealed record CommunityView(
    Guid Id, string Name, string ZoneId, IReadOnlyList<string> Pathways,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PolicyView? Policy);

/// <param name="MinimumWeeklyOverlapMinutes">Minutes of shared availability that every week of the coming year must offer; 0 to
/// 1,440.</param>
/// <param name="AnswerWindowHours">Hours each side has to answer an offer; 1 to 720.</param>
/// <param name="ConfirmationDays">Days for which a mentor's word that they are available holds; 1 to 366.</param>
/// <param name="TemporaryContactDays">Days that a temporary contact lasts; 7 to 366.</param>
/// <param name="CheckInRhythm">daily, weekdays:Mon,Wed, weekly:Sun, every:3:2026-01-01 or monthly:31.</param>
/// <param name="CheckInLayer">daily, weekly, monthly or quarterly.</param>
/// <param name="CheckInAt">Local time of the check-in, HH:mm.</param>
/// <param name="Weights">Weights of the soft factors by name, 0 to 10; one that is left out weighs 1.</param>
/// <param name="Spread">Thousandths of fit that each further newcomer of one mentor costs in an allotment, 0 to 1,000.</param>
/// <param name="WorkLabels">The community's own labels for the numbers of a pathway's work, by its catalogue id.</param>
/// <param name="FrontLoaded">Whether a new pair's check-ins begin close together and grow rarer.</param>
/// <param name="MonthlyPulse">Whether both sides of a new pair are asked every four weeks how the contact is for them.</param>
/// <param name="Ladder">What happens, and when, while somebody does not answer.</param>
/// <param name="Questions">The community's own questions, retired ones after the others.</param>
/// <param name="TriedLines">Lines to call that somebody of the community has tried, and when.</param>
public sealed record PolicyView(
    int MinimumWeeklyOverlapMinutes, int AnswerWindowHours, int ConfirmationDays, int TemporaryContactDays,
    string CheckInRhythm, Layer CheckInLayer, string CheckInAt, IReadOnlyDictionary<string, double> Weights, int Spread,
    IReadOnlyDictionary<string, IReadOnlyList<string>> WorkLabels,
    bool FrontLoaded, bool MonthlyPulse, LadderTimes Ladder, IReadOnlyList<OwnQuestion> Questions, IReadOnlyList<TriedLine> TriedLines)
{
    internal static PolicyView Of(Policy p) => new(
        p.MinimumWeeklyOverlapMinutes, p.AnswerWindowHours, p.ConfirmationDays, p.TemporaryContactDays,
        p.CheckInRhythm, p.CheckInLayer, p.CheckInAt, p.Weights, p.Spread, p.WorkLabels,
        p.FrontLoaded, p.MonthlyPulse, p.Ladder, p.Questions, p.TriedLines);
}

internal sealed class ReadCommunityHandler(MentorshipDb db) : IRequestHandler<ReadCommunity, Versioned<CommunityView>>
{
    public async Task<Versioned<CommunityView>> Handle(ReadCommunity query, CancellationToken cancellation)
    {
        var community = await db.Communities.AsNoTracking().FirstAsync(c => c.Id == query.Actor.Community, cancellation);
        var policy = query.Actor.Is(Roles.Coordinator) ? PolicyView.Of(community.Policy) : null;
        return new(new(community.Id.Value, community.Name, community.ZoneId, await Pathways(cancellation), policy), community.Version);
    }

    private async Task<IReadOnlyList<string>> Pathways(CancellationToken cancellation)
    {
        var combinations = await db.Members.AsNoTracking().Where(m => m.Mentor != null)
            .Select(m => m.Profile.Pathways).Distinct().ToListAsync(cancellation);
        var followed = combinations.SelectMany(ids => ids).ToHashSet();
        return [.. Domain.Pathways.PathwayCatalogue.Current.All.Select(p => p.Id).Where(followed.Contains)];
    }
}
