namespace Mentorship.Domain.Notices;

/// <summary>The language that a notice is written in.</summary>
public enum Locale
{
    En,
}
