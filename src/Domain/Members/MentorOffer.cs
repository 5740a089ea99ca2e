using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Members;

/// <summary>The mentor's own limits and wishes.</summary>
public sealed record MentorOffer
{
    public const int MostCapacity = 20;

    /// <summary>Newcomers at once, 0 to <see cref="MostCapacity"/>; 0 takes nobody new without leaving.</summary>
    public int Capacity { get; init; } = PathwayCatalogue.Current.Defaults.Capacity;

    public Kinds Kinds { get; init; }

    /// <summary>Genders the mentor is comfortable with; empty means any. A must, and no reason is asked.</summary>
    public IReadOnlyList<string> NewcomerGenders { get; init; } = [];

    /// <summary>Whether the mentor has a mentor of their own; null when unsaid.</summary>
    public bool? HasOwnMentor { get; init; }

    /// <summary>Whether the mentor has worked their pathway's programme, by their own word or a coordinator's vetting; null when unsaid.</summary>
    public bool? ProgrammeWorked { get; init; }
}
