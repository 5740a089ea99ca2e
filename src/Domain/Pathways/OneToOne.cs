namespace Mentorship.Domain.Pathways;

/// <summary>How far one-to-one support is a pathway's own custom.</summary>
public enum OneToOne
{
    Native,
    Customary,
    Optional,
    NotNative,
}
