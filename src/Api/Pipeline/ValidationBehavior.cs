using FluentValidation;
using MediatR;

namespace Mentorship.Api.Pipeline;

/// <summary>Refuses bad input before the handler; throws <see cref="ValidationException"/>, answered as 400.</summary>
internal sealed class ValidationBehavior<TRequest, TAnswer>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TAnswer>
{
    public Task<TAnswer> Handle(TRequest request, CancellationToken cancellation, RequestHandlerDelegate<TAnswer> next)
    {
        var failures = validators.SelectMany(v => v.Validate(request).Errors).ToList();
        return failures.Count == 0 ? next() : throw new ValidationException(failures);
    }
}
