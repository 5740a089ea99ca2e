using FluentValidation;

namespace Mentorship.Api.Pipeline;

internal static class OwnFields
{
    /// <summary>Judges a whole body that a command carries: failures name the body's own fields, as its sender wrote them.</summary>
    public static void AsItsOwn<T, TBody>(this IRuleBuilder<T, TBody> rule, IValidator<TBody> rules) => rule.Custom((body, context) =>
    {
        foreach (var failure in rules.Validate(body).Errors) context.AddFailure(failure);
    });
}
