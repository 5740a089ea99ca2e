using FluentValidation;
using Mentorship.Domain.Members;
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
        RuleFor(w => w.MentorGenders).Must(PlainWords.AreGenders).WithErrorCode("genders-invalid")
            .WithMessage("At most ten words of at most 40 letters, without commas and semicolons; none for any.");
        RuleFor(w => w.LivedExperience).Must(PlainWords.AreExperience).WithErrorCode("experience-invalid")
            .WithMessage("At most 16 words or short phrases of at most 60 letters, without commas and semicolons.");
    }
}
