using FluentValidation;
using FluentValidation.Results;
using Mentorship.Infrastructure.Accounts.Passwords;

namespace Mentorship.Api.Features.Accounts;

/// <summary>The rules that several account requests share, with their stable codes.</summary>
internal static class AccountRules
{
    /// <summary><c>password-too-short</c>, <c>password-too-long</c>, <c>password-common</c>.</summary>
    public static void NewPassword<T>(this IRuleBuilder<T, string?> rule, Func<T, string?> addressOf) => rule.Custom((password, context) =>
    {
        if (PasswordRules.Problem(password, addressOf(context.InstanceToValidate)) is var (code, sentence))
            context.AddFailure(new ValidationFailure(context.PropertyPath, sentence) { ErrorCode = code });
    });

    /// <summary>The same for a handler that knows the address when the validator does not.</summary>
    public static void MustBeNewPassword(string? password, string address)
    {
        if (PasswordRules.Problem(password, address) is var (code, sentence))
            throw new ValidationException([new ValidationFailure("password", sentence) { ErrorCode = code }]);
    }
}
