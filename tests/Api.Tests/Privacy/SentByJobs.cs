using System.Collections.Concurrent;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Privacy;

/// <summary>What the jobs were given to do while the test listened: each request with all that is in it.</summary>
internal sealed class SentByJobs
{
    public ConcurrentQueue<string> All { get; } = new();

    public bool Listens { get; set; }

    public static void Record(IServiceCollection services, SentByJobs sent) =>
        services.AddSingleton(sent).AddScoped(typeof(IPipelineBehavior<,>), typeof(Recorder<,>));

    private sealed class Recorder<TRequest, TAnswer>(SentByJobs sent) : IPipelineBehavior<TRequest, TAnswer>
    {
        public Task<TAnswer> Handle(TRequest request, CancellationToken cancellation, RequestHandlerDelegate<TAnswer> next)
        {
            if (sent.Listens) sent.All.Enqueue($"{typeof(TRequest).Name} {JsonSerializer.Serialize(request)}");
            return next();
        }
    }
}
