using FluentValidation;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Features.Members;

/// <summary>The rules for contact details, with their stable codes.</summary>
internal static class ContactRules
{
    /// <summary><c>email-invalid</c> for what no mail could be sent to (<see cref="EmailAddress"/>); spaces around it do not matter.</summary>
    public static void IsEmail<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => EmailAddress.IsValid((text ?? "").Trim()))
            .WithErrorCode("email-invalid").WithMessage("One address, such as name@example.org.");

    /// <summary>Nothing is allowed too.</summary>
    public static void IsPhone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || PhoneNumber.InE164(text) is not null)
            .WithErrorCode("phone-invalid").WithMessage("The number with + and the country code, such as +15550100000.");
}
