using System.Diagnostics;
using MediatR;

namespace Mentorship.Api.Pipeline;

/// <summary>Logs the request's type, outcome and duration; never its content.</summary>
internal sealed partial class LoggingBehavior<TRequest, TAnswer>(ILogger<LoggingBehavior<TRequest, TAnswer>> logger) : IPipelineBehavior<TRequest, TAnswer>
{
    private static readonly string Name = typeof(TRequest).Name;

    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellation, RequestHandlerDelegate<TAnswer> next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = await next();
            Done(logger, Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return answer;
        }
        catch (Exception failure)
        {
            Refused(logger, Name, failure.GetType().Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Request} done in {Milliseconds:0.0} ms")]
    private static partial void Done(ILogger logger, string request, double milliseconds);

    [LoggerMessage(LogLevel.Information, "{Request} ended by {Failure} after {Milliseconds:0.0} ms")]
    private static partial void Refused(ILogger logger, string request, string failure, double milliseconds);
}
