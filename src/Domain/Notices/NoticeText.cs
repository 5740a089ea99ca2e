namespace Mentorship.Domain.Notices;

/// <summary>
/// What a notice says: a subject, and lines of at most 78 characters of which at most one is the place of the link.
/// It names no person, pathway or community, and holds no telling word (see <see cref="TellingWords"/>).
/// </summary>
public sealed record NoticeText(string Subject, IReadOnlyList<string> Lines)
{
    /// <summary>The line that the link takes the place of, alone, so that no mail program breaks it.</summary>
    public const string LinkLine = "{link}";

    private const string RepeatLine = "You may have had this note before. If so, you can leave this one.";

    public bool HasLink => Lines.Contains(LinkLine);

    public static NoticeText For(NoticeKind kind, Locale locale = Locale.En) => locale switch
    {
        Locale.En => EnglishTexts.Of(kind),
        _ => throw new ArgumentOutOfRangeException(nameof(locale)),
    };

    /// <summary>The same text that says it may be a repeat: for a call for help whose first sending is in doubt.</summary>
    public NoticeText AsPossibleRepeat() => this with { Lines = [RepeatLine, "", .. Lines] };

    /// <summary>The lines as one text, the link in its place; <see cref="ArgumentException"/> when one is needed and there is none.</summary>
    public string Body(Uri? link)
    {
        if (HasLink && link is null)
            throw new ArgumentException("This notice needs a link.", nameof(link));
        return string.Join('\n', Lines.Select(line => line == LinkLine ? link!.AbsoluteUri : line)) + "\n";
    }
}
