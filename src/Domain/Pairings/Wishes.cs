using Mentorship.Domain.Members;

namespace Mentorship.Domain.Pairings;

/// <summary>The wishes that a newcomer may turn into a must; the others are preferences.</summary>
[Flags]
public enum Musts
{
    None = 0,
    Gender = 1,
    Age = 2,
    LivedExperience = 4,
    Orientation = 8,
    FirstLanguage = 16,
}

/// <summary>What a newcomer hopes for in a mentor; each is a preference unless named in <see cref="Musts"/>. No reason is asked for any.</summary>
public sealed record Wishes
{
    public static readonly Wishes None = new();

    /// <summary>Lower-case words; empty means any.</summary>
    public IReadOnlyList<string> MentorGenders { get; init; } = [];

    /// <summary>Years; null is open on that side.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>Years; null is open on that side.</summary>
    public int? AgeTo { get; init; }

    public IReadOnlyList<string> LivedExperience { get; init; } = [];

    /// <summary><c>spiritual</c>, <c>secular</c> or null.</summary>
    public string? Orientation { get; init; }

    public Musts Musts { get; init; }

    /// <summary>The same wishes with their words as they are stored.</summary>
    public Wishes Tidied() =>
        this with { MentorGenders = PlainWords.Tidied(MentorGenders), LivedExperience = PlainWords.Tidied(LivedExperience) };

    public bool IsMust(Musts must) => (Musts & must) != 0;
}
