using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>A mentor's own gender, and the genders that they are there for; nothing of the second where they do not mentor.</summary>
internal readonly record struct MentorGenders(string? Own, IReadOnlyList<string> Newcomers)
{
    public StatedGender Stated => StatedGender.Of(Own);

    public bool Equals(MentorGenders other) => Own == other.Own && SameWords.It.Equals(Newcomers, other.Newcomers);

    public override int GetHashCode() => HashCode.Combine(Own, SameWords.It.GetHashCode(Newcomers));
}

/// <summary>A year of birth, and the year that it is at the mentor's place.</summary>
internal readonly record struct MentorAge(int? Born, int Year);

/// <summary>Free places of all places.</summary>
internal readonly record struct MentorPlaces(int Free, int All);

/// <summary>Offers of the past year, and how many of them were answered; none where there was none.</summary>
internal readonly record struct MentorAnswers(int Offers, int Answered);

/// <summary>What is stated of a mentor and asked by norms, each yes, no or nothing.</summary>
internal readonly record struct MentorFacts(bool? HasOwnMentor, bool? ProgrammeWorked);

/// <summary>The pathways that a mentor follows: as they name them, and those that the catalogue knows.</summary>
internal sealed record MentorPathways(IReadOnlyList<string> Named)
{
    public IReadOnlyList<Pathway> Known { get; } = [.. Named.Select(PathwayCatalogue.Current.Find).OfType<Pathway>()];

    public bool Equals(MentorPathways? other) => other is not null && SameWords.It.Equals(Named, other.Named);

    public override int GetHashCode() => SameWords.It.GetHashCode(Named);
}

/// <summary>Where mentors live and how far they travel; NaN where no place is stated.</summary>
internal sealed class MentorPlacesOnEarth(int members)
{
    private readonly Place[] _places = new Place[members];
    private readonly int[] _limits = new int[members];

    public void Put(int member, Profile profile) =>
        (_places[member], _limits[member]) = (profile.Place ?? new Place(double.NaN, double.NaN), Travel.LimitOf(profile));

    public bool IsStated(int member) => !double.IsNaN(_places[member].Latitude);

    public Place Of(int member) => _places[member];

    public int LimitKm(int member) => _limits[member];
}
