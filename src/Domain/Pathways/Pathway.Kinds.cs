using NodaTime;

namespace Mentorship.Domain.Pathways;

public sealed partial class Pathway
{
    private const int PlacesOnList = 4;
    private const int PlacesWhereSeveral = 3;

    private static readonly Words Contacts = new("temporary contact", "newcomer", "temporary contact");

    private static readonly Words Partners = new("accountability partner", "accountability partner", "accountability partnership");

    private bool IsForBuddies => CoordinatorAct == CoordinatorAct.BuddyOptin;

    /// <summary>On a buddy pathway only partners; elsewhere all three, but for temporary contacts where the catalogue says no.</summary>
    public bool OffersKind(RelationshipKind kind) => kind switch
    {
        RelationshipKind.AccountabilityPartner => true,
        RelationshipKind.TemporaryContact => !IsForBuddies && Customs.TemporaryContacts != TemporaryContacts.No,
        _ => !IsForBuddies,
    };

    /// <summary>What members of this pathway see. A buddy pathway has one relationship, so each kind is worded as that one.</summary>
    public Words Words(RelationshipKind kind) => kind switch
    {
        _ when IsForBuddies => Vocabulary.Mentors,
        RelationshipKind.TemporaryContact => Contacts,
        RelationshipKind.AccountabilityPartner => Vocabulary.Partners ?? Partners,
        _ => Vocabulary.Mentors,
    };

    /// <summary>
    /// Time in recovery asked of the mentor of one kind, as a calendar length. Peers are asked for what the partner role says, or for
    /// nothing; on a buddy pathway, where peers are all there is, for the pathway's own minimum.
    /// </summary>
    public Period MinimumFor(RelationshipKind kind) => IsBesideMentors(kind) ? PartnerRole?.Minimum ?? Period.Zero : Minimum;

    public GenderRule GenderRuleFor(RelationshipKind kind) => IsBesideMentors(kind) ? PartnerRole?.GenderRule ?? GenderRule : GenderRule;

    public ProgrammeWorked ProgrammeWorkedFor(RelationshipKind kind) => IsBesideMentors(kind) ? ProgrammeWorked.None : ProgrammeWorked;

    public OwnMentor OwnMentorFor(RelationshipKind kind) => IsBesideMentors(kind) ? OwnMentor.None : OwnMentor;

    /// <summary>
    /// How many active pairings of one kind a newcomer may have here at once: one, where several are usual three, where there is a list
    /// or team beside the sponsor up to four partners (or the team's size), and none of a kind that is not offered.
    /// </summary>
    public int PlacesAtOnce(RelationshipKind kind) => Exclusivity switch
    {
        _ when !OffersKind(kind) => 0,
        Exclusivity.Multiple => PlacesWhereSeveral,
        Exclusivity.OnePlusList or Exclusivity.OnePlusTeam when IsBesideMentors(kind) => PartnerRole?.Size.Most ?? PlacesOnList,
        _ => 1,
    };

    /// <summary>Family and self audiences never match each other.</summary>
    public bool SharesAudienceWith(Pathway other) => Audience == other.Audience;

    /// <summary>The first forbidden label in a text that a member of this pathway would see, or null.</summary>
    public string? ForbiddenLabelIn(string text) =>
        Vocabulary.Forbidden.FirstOrDefault(label => text.Contains(label, StringComparison.OrdinalIgnoreCase));

    // Partners beside sponsors are peers, so that what is asked of a sponsor is not asked of them.
    private bool IsBesideMentors(RelationshipKind kind) => kind == RelationshipKind.AccountabilityPartner && !IsForBuddies;
}
