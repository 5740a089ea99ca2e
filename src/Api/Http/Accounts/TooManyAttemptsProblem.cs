using Mentorship.Infrastructure.Accounts;
using Microsoft.AspNetCore.Diagnostics;

namespace Mentorship.Api.Http.Accounts;

/// <summary><see cref="TooManyAttempts"/> as 429 with Retry-After.</summary>
internal sealed class TooManyAttemptsProblem : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation) =>
        exception is TooManyAttempts slow && await RateLimits.Answer(context, slow.Wait.ToTimeSpan());
}
