using FluentValidation;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.Requests;

internal sealed class WishesValidator : AbstractValidator<Wishes>
{
    public WishesValidator()
    {
        RuleFor(w => w.AgeFrom).InclusiveBetween(18, 120).WithErrorCode("age-range").WithMessage("Ages go from 18 to 120.");
        RuleFor(w => w.AgeTo).InclusiveBetween(18, 120).WithErrorCode("age-range").WithMessage("Ages go from 18 to 120.")
            .GreaterThanOrEqualTo(w => w.AgeFrom).When(w => w.AgeFrom is not null).WithErrorCode("age-range").WithMessage("The range ends before it begins.");
        RuleFor(w => w.Orientation).Must(o => o is null or "spiritual" or "secular").WithErrorCode("orientation-unknown").WithMessage("Use spiritual, secular or nothing.");
        RuleFor(w => w.MentorGenders).Must(g => g.Count <= 10 && g.All(x => x.Length is > 0 and <= 40)).WithErrorCode("genders-invalid").WithMessage("At most ten words of at most 40 letters.");
        RuleFor(w => w.LivedExperience).Must(g => g.Count <= 30 && g.All(x => x.Length is > 0 and <= 60)).WithErrorCode("experience-invalid").WithMessage("At most thirty words of at most 60 letters.");
    }
}
