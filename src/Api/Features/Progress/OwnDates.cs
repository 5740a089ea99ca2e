using FluentValidation;
using FluentValidation.Results;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>The rules for the dates and the words of one's own time, with their stable codes.</summary>
internal static class OwnDates
{
    public const int LongestDefinition = 200;

    private static readonly LocalDate Earliest = new(1900, 1, 1);

    public static LocalDate TodayAt(this Member member, Instant now) => now.InZone(Zones.OrUtc(member.Profile.ZoneId)).Date;

    /// <summary>400 <c>date-in-future</c> for what is still to come where the member lives: no validator knows their zone.</summary>
    public static void MustHaveCome(string field, LocalDate? date, LocalDate today)
    {
        if (date > today) throw new ValidationException([new ValidationFailure(field, "Today or an earlier date.") { ErrorCode = "date-in-future" }]);
    }

    public static void IsRecent<T>(this IRuleBuilder<T, LocalDate?> rule) =>
        rule.Must(date => date is null || date >= Earliest).WithErrorCode("date-too-early").WithMessage("A date from 1900-01-01 on.");

    public static void IsDefinition<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(LongestDefinition).WithErrorCode("too-long").WithMessage("At most 200 characters.");

    /// <summary>Null for nothing but spaces.</summary>
    public static string? Tidied(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
