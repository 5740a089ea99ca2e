using FluentValidation;
using FluentValidation.Results;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>What a profile may say, with a stable code for each field that is refused.</summary>
internal sealed class ProfileRules : AbstractValidator<ProfileInput>
{
    private const int MostLanguages = 20, LongestAvailability = 4000;
    private static readonly LocalDate Earliest = new(1900, 1, 1);
    private readonly IClock _clock;

    public ProfileRules(IClock clock)
    {
        _clock = clock;
        AboutThePerson();
        AboutMeeting();
        RuleFor(p => p.RecoverySince).Must((p, on) => on is null || on <= TodayIn(p.ZoneId))
            .WithErrorCode("date-in-future").WithMessage("Today or an earlier date.");
        RuleFor(p => p.RecoverySince).Must(on => on is null || on >= Earliest)
            .WithErrorCode("date-too-early").WithMessage("A date from 1900-01-01 on.");
        RuleFor(p => p.Pathways).Must(ids => ids is null || ids.All(id => id is not null && PathwayCatalogue.Current.Find(id) is not null))
            .WithErrorCode("pathway-unknown").WithMessage("Choose pathways from the catalogue.");
        RuleFor(p => p.LivedExperience).Must(PlainWords.AreExperience).WithErrorCode("experience-invalid")
            .WithMessage("At most 16 words or short phrases of at most 60 letters, without commas and semicolons.");
    }

    private void AboutThePerson()
    {
        RuleFor(p => p.DisplayName).Must(name => DisplayNames.IsFit(DisplayNames.Tidied(name)))
            .WithErrorCode("display-name-invalid").WithMessage(DisplayNames.Help);
        RuleFor(p => p.Gender).Must(word => string.IsNullOrWhiteSpace(word) || PlainWords.IsGender(word)).WithErrorCode("gender-invalid")
            .WithMessage("One word or two, at most 40 letters, such as woman, man or non-binary.");
        RuleFor(p => p.BirthYear).Must((p, year) => year is null || TodayIn(p.ZoneId).Year - year >= 18)
            .WithErrorCode("age-under-18").WithMessage("Only adults take part.");
        RuleFor(p => p.BirthYear).Must((p, year) => year is null || TodayIn(p.ZoneId).Year - year <= 120)
            .WithErrorCode("birth-year-range").WithMessage("Four digits, such as 1985.");
        RuleFor(p => p.Languages).Must(codes => codes is { Count: > 0 and <= MostLanguages })
            .WithErrorCode("language-needed").WithMessage("At least one language, at most 20.");
        RuleFor(p => p.Languages).Must(codes => codes is null || codes.All(IsLanguage))
            .WithErrorCode("language-unknown").WithMessage("Two-letter codes of ISO 639-1, such as en.");
    }

    private void AboutMeeting()
    {
        RuleFor(p => p.ZoneId).Must(zone => zone is not null && Zones.IsKnown(zone))
            .WithErrorCode("zone-unknown").WithMessage("Use an IANA name such as Europe/Dublin.");
        RuleFor(p => p.Availability).Custom((text, context) =>
        {
            var (isShort, problem) = (!(text?.Length > LongestAvailability), "Less text: each window once, such as Mon 18:00-21:00.");
            if (isShort && WeeklyAvailability.TryParse(text, out _, out problem)) return;
            context.AddFailure(new ValidationFailure(nameof(ProfileInput.Availability), problem) { ErrorCode = "availability-invalid" });
        });
        RuleFor(p => p.Modes).Must(modes => modes is not (null or MeetingModes.None))
            .WithErrorCode("mode-needed").WithMessage("At least one of in-person, video, phone and text.");
        RuleFor(p => p.Place).Must(place => place is null or { IsWhole: true })
            .WithErrorCode("place-incomplete").WithMessage("Latitude and longitude together, or no place.");
        RuleFor(p => p.Place).Must(place => place is null or { IsOnEarth: true })
            .WithErrorCode("place-range").WithMessage("Latitude from -90 to 90, longitude from -180 to 180.");
        RuleFor(p => p.MaxDistanceKm).Must(km => km is null or (>= 1 and <= 1000))
            .WithErrorCode("distance-range").WithMessage("Kilometres, from 1 to 1,000.");
    }

    private static bool IsLanguage(string? code) => code is not null && LanguageCodes.IsKnown(PlainWords.Tidied(code));

    /// <summary>In an unknown zone, anywhere on earth: that zone is refused on its own.</summary>
    private LocalDate TodayIn(string? zone)
    {
        var now = _clock.GetCurrentInstant();
        return zone is not null && Zones.IsKnown(zone) ? now.InZone(Zones.Get(zone)).Date : now.WithOffset(Offset.MaxValue).Date;
    }
}
