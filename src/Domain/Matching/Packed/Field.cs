using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>What all mentors are to everyone who asks for one kind on one pathway in one community, whoever they are.</summary>
internal sealed class Field
{
    /// <summary>How many mentors of each rule are kept, to see which sentence holds for most.</summary>
    public const int SampleSize = 25;

    private readonly RelationshipKind _kind;
    private readonly MentorColumns _mentors;

    public Field(MentorColumns mentors, CommunityId community, Pathway pathway, RelationshipKind kind)
    {
        (_mentors, Pathway, _kind) = (mentors, pathway, kind);
        Overridable = Broken.NormTimeInRecovery.If(pathway.MinimumBasis is Firmness.Literature or Firmness.Custom);
        (BrokenBy, Excluded) = (new Broken[mentors.Count], new Tally());
        Reached = mentors.Since.Reached(pathway.MinimumFor(kind));
        Ready = Judge(community);
    }

    public Pathway Pathway { get; }

    /// <summary>By number, for all.</summary>
    public Broken[] BrokenBy { get; }

    /// <summary>The mentors whom nothing bars so far, by number.</summary>
    public int[] Ready { get; }

    /// <summary>Rules that a written reason overrides.</summary>
    public Broken Overridable { get; }

    /// <summary>Those that bar a pair.</summary>
    public Broken Bars => ~(Overridable | Broken.DismissedBefore);

    /// <summary>All who are not <see cref="Ready"/>, by the first rule.</summary>
    public Tally Excluded { get; }

    /// <summary>The day on which the minimum is reached, by first day.</summary>
    public int[] Reached { get; }

    /// <summary>Days that the mentor has beyond the minimum; a first day has to be stated.</summary>
    public int DaysBeyond(int mentor) =>
        _mentors.Today[_mentors.Zones.Of[mentor]] - Reached[_mentors.Since.Index(_mentors.Since.Of[mentor])];

    private int[] Judge(CommunityId community)
    {
        var communities = _mentors.Communities.Table(it => Broken.OtherCommunity.If(it != community));
        var pathways = _mentors.Pathways.Table(OfPathways);
        var facts = _mentors.Facts.Table(OfFacts);
        var (asksTime, asked, ready) = (AsksTime(), _kind.AsFlag(), new List<int>());
        for (var at = 0; at < BrokenBy.Length; at++)
        {
            var broken = _mentors.Standing[at] | communities[_mentors.Communities.Of[at]] | pathways[_mentors.Pathways.Of[at]];
            if ((_mentors.Kinds[at] & asked) == 0) broken |= Broken.KindNotOffered;
            if ((broken & Broken.PathwayNotShared) == 0)
            {
                broken |= facts[_mentors.Facts.Of[at]];
                if (asksTime && IsTooRecent(at)) broken |= Broken.NormTimeInRecovery;
            }
            BrokenBy[at] = broken;
            if ((broken & Bars) == 0) ready.Add(at);
            else Excluded.Add(broken & Bars, at);
        }
        return [.. ready];
    }

    private Broken OfPathways(MentorPathways pathways) =>
        Broken.AudienceNotShared.If(pathways.Known.Count > 0 && !pathways.Known.Any(Pathway.SharesAudienceWith))
        | Broken.PathwayNotShared.If(!pathways.Named.Contains(Pathway.Id));

    private Broken OfFacts(MentorFacts facts) => !Pathway.OffersKind(_kind) ? Broken.NormKindOffered
        : Broken.NormProgrammeWorked.If(Pathway.ProgrammeWorkedFor(_kind) == ProgrammeWorked.Required && facts.ProgrammeWorked != true)
            | Broken.NormOwnMentor.If(Pathway.OwnMentorFor(_kind) == OwnMentor.Required && facts.HasOwnMentor != true);

    private bool AsksTime() =>
        Pathway.OffersKind(_kind) && Pathway.MinimumBasis is not null && !Pathway.MinimumFor(_kind).Equals(Period.Zero);

    private bool IsTooRecent(int mentor) => _mentors.Since.Of[mentor] == Starts.Unsaid || DaysBeyond(mentor) < 0;
}
