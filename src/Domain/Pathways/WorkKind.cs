namespace Mentorship.Domain.Pathways;

/// <summary>What the structured work of a pathway is made of; its text is never shipped.</summary>
public enum WorkKind
{
    Steps,
    PrinciplesAndSteps,
    TruthsPath,
    TruthsPathInquiry,
    Points,
    Statements,
    Guidelines,
    PersonalPlan,
}
