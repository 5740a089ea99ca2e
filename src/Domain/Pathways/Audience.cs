namespace Mentorship.Domain.Pathways;

/// <summary>Whom a pathway serves: people for themselves, or family and friends for another's sake. The two never match.</summary>
public enum Audience
{
    Self,
    Family,
}
