using Mentorship.Domain.Data;
using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>The rules between the fields of one pathway.</summary>
internal static class PathwayChecks
{
    public static void Check(Pathway pathway, DataEntry entry)
    {
        foreach (var (isBroken, field, problem) in Rules(pathway))
        {
            if (isBroken)
            {
                throw entry.Broken(field, problem);
            }
        }
        foreach (var text in Texts(pathway))
        {
            if (pathway.ForbiddenLabelIn(text) is { } label)
            {
                throw entry.Broken("words.forbidden", $"\"{label}\" occurs in its own text \"{text}\"");
            }
        }
    }

    private static IEnumerable<(bool IsBroken, string Field, string Problem)> Rules(Pathway it) =>
    [
        (it.Focus.Count == 0, "focus", "is empty"),
        (it.MinimumBasis is Firmness.Community or Firmness.Wish, "norms.basis", "is never set by a community or a member"),
        (AsksForTime(it) && it.MinimumBasis is null, "norms.basis", "is missing although a minimum is asked"),
        (!AsksForTime(it) && it.MinimumBasis is not null, "norms.minimum", "is zero although it has a basis"),
        (AsksForTime(it) && it.Clock is null, "clock", "is missing although a minimum is asked"),
        (it.Audience == Audience.Family && it.Clock is not null, "clock", "is never kept on a family pathway"),
        (it.Clock is null && it.Milestones.Once.Count > 0, "milestones", "need a clock"),
        (!HasAllColours(it), "milestoneColours", "are not one a milestone"),
        (it.MedicationIsRelapse, "medicationIsRelapse", "is true: medicine taken as prescribed never resets a date"),
        (IsForBuddies(it) != (it.OneToOne == OneToOne.NotNative), "coordinatorAct", "does not go with oneToOne"),
        (IsForWomen(it) != (it.Eligibility == Eligibility.AdultWomen), "norms.gender", "does not go with eligibility"),
        (it.Exclusivity == Exclusivity.OnePlusTeam && it.PartnerRole is null, "partnerRole", "is missing although there is a team"),
    ];

    private static bool HasAllColours(Pathway pathway) =>
        pathway.MilestoneColours.Count == 0 || pathway.MilestoneColours.Count == pathway.Milestones.Once.Count;

    private static bool IsForBuddies(Pathway pathway) => pathway.CoordinatorAct == CoordinatorAct.BuddyOptin;

    private static bool IsForWomen(Pathway pathway) => pathway.GenderRule == GenderRule.WomenOnly;

    // Period has no order; its equality is by component, and a length of nothing has none.
    private static bool AsksForTime(Pathway pathway) =>
        Enum.GetValues<RelationshipKind>().Any(kind => !pathway.MinimumFor(kind).Equals(Period.Zero));

    private static IEnumerable<string> Texts(Pathway pathway) =>
        Enum.GetValues<RelationshipKind>()
            .Select(pathway.Words)
            .SelectMany(words => new[] { words.Mentor, words.Newcomer, words.Relationship })
            .Concat(pathway.Vocabulary.AlsoCalled)
            .Append(pathway.Name)
            .Append(pathway.Clock?.Phrase ?? "")
            .Append(pathway.CheckInPrompt ?? "");
}
