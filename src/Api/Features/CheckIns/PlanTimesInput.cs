using FluentValidation;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>When and how deep somebody is asked, as they write it.</summary>
internal interface IPlanTimesInput
{
    Layer Layer { get; }
    string Rhythm { get; }
    string At { get; }
    string ZoneId { get; }
}

internal static class PlanTimesInput
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static PlanTimes Times(this IPlanTimesInput input) => new(Rhythm.Parse(input.Rhythm), Clock.Parse(input.At).Value, input.ZoneId);

    public static bool IsTime(string? text) => Clock.Parse(text ?? "").Success;

    public static LocalTime ReadTime(string text) => Clock.Parse(text).Value;
}

/// <summary>Codes <c>layer-unknown</c>, <c>rhythm-invalid</c>, <c>time-invalid</c>, <c>zone-unknown</c>.</summary>
internal abstract class PlanTimesValidator<T> : AbstractValidator<T> where T : IPlanTimesInput
{
    protected PlanTimesValidator()
    {
        RuleFor(c => c.Layer).IsInEnum().WithErrorCode("layer-unknown").WithMessage("Use daily, weekly, monthly or quarterly.");
        RuleFor(c => c.Rhythm).Must(r => Rhythm.TryParse(r, out _)).WithErrorCode("rhythm-invalid")
            .WithMessage("Use daily, weekdays:Mon,Wed, weekly:Sun, every:3:2026-01-01 or monthly:31.");
        RuleFor(c => c.At).Must(PlanTimesInput.IsTime).WithErrorCode("time-invalid").WithMessage("Use hours and minutes, such as 18:30.");
        RuleFor(c => c.ZoneId).Must(z => z is not null && Zones.IsKnown(z)).WithErrorCode("zone-unknown").WithMessage("Use an IANA name such as Europe/Dublin.");
    }
}
