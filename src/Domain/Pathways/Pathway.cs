using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>
/// A fellowship or programme: its facts as the catalogue gives them, and (in Pathway.Kinds.cs) what follows from them for one kind of
/// relationship. The name only describes: show it with <see cref="Affiliation"/>.
/// </summary>
public sealed partial class Pathway
{
    internal Pathway()
    {
    }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required PathwayStatus Status { get; init; }

    public required Orientation Orientation { get; init; }

    public required Audience Audience { get; init; }

    public required IReadOnlyList<Focus> Focus { get; init; }

    public required Eligibility Eligibility { get; init; }

    /// <summary>Null where time is not counted, as on the family pathways.</summary>
    public required Clock? Clock { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    public required OneToOne OneToOne { get; init; }

    public required CoordinatorAct CoordinatorAct { get; init; }

    public required Exclusivity Exclusivity { get; init; }

    /// <summary>Time in recovery before mentoring, as a calendar length; zero where none is asked. See <see cref="MinimumFor"/>.</summary>
    public required Period Minimum { get; init; }

    /// <summary>How firm the minimum is; null exactly where no minimum is asked.</summary>
    public required Firmness? MinimumBasis { get; init; }

    public required ProgrammeWorked ProgrammeWorked { get; init; }

    public required OwnMentor OwnMentor { get; init; }

    public required GenderRule GenderRule { get; init; }

    public required PartnerRole? PartnerRole { get; init; }

    public required PathwayCustoms Customs { get; init; }

    /// <summary>Always false: medicine taken as prescribed never resets a date, on any pathway.</summary>
    public required bool MedicationIsRelapse { get; init; }

    /// <summary>False where a mentor of the pathway never gives advice.</summary>
    public required bool GivesAdvice { get; init; }

    /// <summary>True where a similar situation in life is held to matter.</summary>
    public required bool SimilarSituationMatters { get; init; }

    public required MilestoneSet Milestones { get; init; }

    /// <summary>The colours of the milestones, one for each of <see cref="MilestoneSet.Once"/>, or none.</summary>
    public required IReadOnlyList<string> MilestoneColours { get; init; }

    public required ProgrammeWork Work { get; init; }

    /// <summary>The pathway's own question for a weekly check-in.</summary>
    public required string? CheckInPrompt { get; init; }

    /// <summary>Addresses of the pages that the facts were read from; what they do not say is general knowledge.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public string Affiliation => $"For members of {Name}. Not affiliated with {Name} and not endorsed by it.";
}
