using Mentorship.Domain.Pathways;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Features.Pathways;

/// <param name="Id">Catalogue id.</param>
/// <param name="Name">Only describes; show it with the affiliation.</param>
/// <param name="Affiliation">That nobody here is affiliated or endorsed.</param>
/// <param name="Status">current or legacy.</param>
/// <param name="Audience">self or family; the two are never paired.</param>
/// <param name="Orientation">spiritual, christian, buddhist or secular.</param>
/// <param name="CoordinatorAct">introduce, newcomer-asks or buddy-optin.</param>
/// <param name="Kinds">The kinds of relationship that it knows, and what the two are called.</param>
public sealed record PathwaySummary(
    string Id, string Name, string Affiliation, PathwayStatus Status, Audience Audience, Orientation Orientation,
    CoordinatorAct CoordinatorAct, IReadOnlyList<KindSummary> Kinds)
{
    internal static PathwaySummary Of(Pathway p) => new(
        p.Id, p.Name, p.Affiliation, p.Status, p.Audience, p.Orientation, p.CoordinatorAct,
        [.. Enum.GetValues<RelationshipKind>().Where(p.OffersKind).Select(kind => new KindSummary(kind, p.Words(kind)))]);
}

/// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
/// <param name="Words">What the two are called.</param>
public sealed record KindSummary(RelationshipKind Kind, Words Words);

/// <param name="Pathway">What the list says of it.</param>
/// <param name="CountedIn">The word in which time is counted; null where it is not.</param>
/// <param name="Norms">What it asks of a pair, for each kind that it knows.</param>
/// <param name="Milestones">In the order in which they are reached.</param>
/// <param name="ThenEvery">One more each time this ISO 8601 length passes after the last; null for none.</param>
/// <param name="CheckInPrompt">Its own question for a weekly check-in; null for none.</param>
public sealed record PathwayView(
    PathwaySummary Pathway, string? CountedIn, IReadOnlyList<KindNorms> Norms,
    IReadOnlyList<MilestoneView> Milestones, string? ThenEvery, string? CheckInPrompt)
{
    internal static PathwayView Of(Pathway p)
    {
        var summary = PathwaySummary.Of(p);
        var norms = summary.Kinds.Select(k => new KindNorms(k.Kind, p.PlacesAtOnce(k.Kind), Domain.Pathways.Norms.Texts(p, k.Kind)));
        var milestones = p.Milestones.Once.Select((after, i) => new MilestoneView(Text(after), p.MilestoneColours.ElementAtOrDefault(i)));
        var every = p.Milestones.ThenEvery is { } length ? Text(length) : null;
        return new(summary, p.Clock?.Word, [.. norms], [.. milestones], every, p.CheckInPrompt);
    }

    private static string Text(Period length) => PeriodPattern.Roundtrip.Format(length);
}

/// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
/// <param name="PlacesAtOnce">How many of this kind a newcomer may have at once.</param>
/// <param name="Norms">Each with its code, how firm it is (strict, literature, custom), and a sentence.</param>
public sealed record KindNorms(RelationshipKind Kind, int PlacesAtOnce, IReadOnlyList<NormText> Norms);

/// <param name="After">ISO 8601 length from the first day.</param>
/// <param name="Colour">Null where the pathway has none.</param>
public sealed record MilestoneView(string After, string? Colour);
