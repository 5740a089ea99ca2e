using System.Collections.Concurrent;
using MediatR;

namespace Mentorship.Api.Tests.Jobs;

/// <summary>A job's command in a test: the store decides what a run of it does.</summary>
internal sealed record Act(string Job) : IRequest;

/// <summary>Names the host that a handler runs in.</summary>
internal sealed record HostName(string Value);

internal sealed class ActHandler(Effects effects, HostName host) : IRequestHandler<Act, Unit>
{
    public async Task<Unit> Handle(Act request, CancellationToken cancellationToken)
    {
        await effects.Run(request.Job, host.Value, cancellationToken);
        return Unit.Value;
    }
}

/// <summary>The runs by job and host, shared by all hosts of a test, and what a run of each job does.</summary>
internal sealed class Effects
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<(string Job, string Host)> runs = new();
    private readonly ConcurrentDictionary<(TaskCompletionSource Signal, Func<bool> Reached), bool> waiting = new();

    public ConcurrentDictionary<string, Func<string, CancellationToken, Task>> Behaviour { get; } = new();

    public int Runs(string job) => runs.Count(r => r.Job == job);

    public int RunsOn(string host) => runs.Count(r => r.Host == host);

    public async Task Run(string job, string host, CancellationToken cancellation)
    {
        runs.Enqueue((job, host));
        Look();
        if (Behaviour.TryGetValue(job, out var act)) await act(host, cancellation);
        Look();
    }

    /// <summary>Completes when the condition is met after some run; fails after a minute.</summary>
    public Task Until(Func<bool> reached)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.TryAdd((signal, reached), true);
        Look();
        return signal.Task.WaitAsync(Patience);
    }

    private void Look()
    {
        foreach (var wait in waiting.Keys.Where(w => w.Reached())) wait.Signal.TrySetResult();
    }
}
