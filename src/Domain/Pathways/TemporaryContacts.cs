namespace Mentorship.Domain.Pathways;

/// <summary>Whether a pathway knows temporary contacts; unknown where no source says.</summary>
public enum TemporaryContacts
{
    Yes,
    Unknown,
    No,
}
