namespace Mentorship.Domain.Pathways;

/// <summary>A rhythm of contact that is a pathway's own custom.</summary>
public enum ContactCustom
{
    Daily,
    DailyCall,
    DailyBookend,
    DailyReaffirmation,
    MorningStatementEveningReview,
}
