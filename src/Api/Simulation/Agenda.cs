using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>What people mean to do and when; of two things at one moment the one that was meant first comes first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (Instant At, long Order)> _meant = new();
    private long _order;

    public void At(Instant at, Func<Task> act) => _meant.Enqueue(act, (at, _order++));

    public async Task DoUntil(Instant now)
    {
        while (_meant.TryPeek(out _, out var next) && next.At <= now) await _meant.Dequeue()();
    }
}
