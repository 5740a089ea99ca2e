using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>What all mentors are to everyone who asks for one kind on one pathway in one community, whoever they are.</summary>
internal sealed class Field
{
    /// <summary>How many mentors of each rule are kept, to see which sentence holds for most.</summary>
    public const int SampleSize = 25;

    /// <summary>
    /// These exclude most mentors in any community of several pathways, and say nothing of what a newcomer or a policy could change.
    /// </summary>
    public const Broken Outside =
        Broken.PairSelf | Broken.NotAMentor | Broken.KindNotOffered | Broken.AudienceNotShared | Broken.PathwayNotShared;

    private readonly RelationshipKind _kind;
    private readonly MentorColumns _mentors;
    private readonly Broken[] _facts;
    private readonly bool _asksTime;
    private readonly Lazy<int[]> _within;

    public Field(MentorColumns mentors, CommunityId community, Pathway pathway, RelationshipKind kind)
    {
        (_mentors, Pathway, _kind) = (mentors, pathway, kind);
        Overridable = Broken.NormTimeInRecovery.If(pathway.MinimumBasis is Firmness.Literature or Firmness.Custom);
        (BrokenBy, Excluded) = (new Broken[mentors.Count], new Tally());
        _asksTime = pathway.OffersKind(kind) && pathway.MinimumBasis is not null && !pathway.MinimumFor(kind).Equals(Period.Zero);
        _facts = mentors.Facts.Table(OfFacts);
        Reached = mentors.Since.Reached(pathway.MinimumFor(kind));
        Ready = Judge(community);
        _within = new(() => [.. Enumerable.Range(0, mentors.Count).Where(mentor => (BrokenBy[mentor] & Outside) == Broken.None)]);
    }

    public Pathway Pathway { get; }

    /// <summary>By number, for all.</summary>
    public Broken[] BrokenBy { get; }

    /// <summary>The mentors whom nothing bars so far, by number.</summary>
    public int[] Ready { get; }

    /// <summary>The mentors of that pathway and kind, ready or not, by number; listed when first asked for.</summary>
    public int[] Within => _within.Value;

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
        var (communities, communityOf) =
            (_mentors.Communities.Table(it => Broken.OtherCommunity.If(it != community)), _mentors.Communities.Of);
        var (pathways, pathwaysOf) = (_mentors.Pathways.Table(OfPathways), _mentors.Pathways.Of);
        var (standing, kinds, all, bars, asked, ready) =
            (_mentors.Standing, _mentors.Kinds, BrokenBy, Bars, _kind.AsFlag(), new List<int>());
        for (var at = 0; at < all.Length; at++)
        {
            var broken = standing[at] | communities[communityOf[at]] | pathways[pathwaysOf[at]];
            if ((kinds[at] & asked) == 0) broken |= Broken.KindNotOffered;
            if ((broken & Broken.PathwayNotShared) == 0) broken |= _facts[_mentors.Facts.Of[at]] | OfTime(at);
            all[at] = broken;
            if ((broken & bars) == 0) ready.Add(at);
            else Excluded.Add(broken & bars, at);
        }
        return [.. ready];
    }

    private Broken OfTime(int mentor) =>
        Broken.NormTimeInRecovery.If(_asksTime && (_mentors.Since.Of[mentor] == Starts.Unsaid || DaysBeyond(mentor) < 0));

    private Broken OfPathways(MentorPathways pathways) =>
        Broken.AudienceNotShared.If(pathways.Known.Count > 0 && !pathways.Known.Any(Pathway.SharesAudienceWith))
        | Broken.PathwayNotShared.If(!pathways.Named.Contains(Pathway.Id));

    private Broken OfFacts(MentorFacts facts) => !Pathway.OffersKind(_kind) ? Broken.NormKindOffered
        : Broken.NormProgrammeWorked.If(Pathway.ProgrammeWorkedFor(_kind) == ProgrammeWorked.Required && facts.ProgrammeWorked != true)
            | Broken.NormOwnMentor.If(Pathway.OwnMentorFor(_kind) == OwnMentor.Required && facts.HasOwnMentor != true);
}
