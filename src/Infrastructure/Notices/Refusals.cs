namespace Mentorship.Infrastructure.Notices;

/// <summary>
/// Tells a no to one recipient from a no to us where the other side says both in the same words, such as 550. A refusal is believed when
/// it is repeated after something else was taken; until then nothing is dropped by it. Of this process alone.
/// </summary>
internal sealed class Refusals
{
    private readonly HashSet<int> _inARow = [];
    private readonly Dictionary<Guid, int> _takenBefore = [];
    private int _taken;

    /// <summary>So many different recipients were refused, and nothing was taken between them.</summary>
    public bool SpeakOfUs => _inARow.Count >= Circuit.FailuresInARow;

    /// <summary>Whether it was refused again after something else was taken.</summary>
    /// <param name="row">What was refused.</param>
    /// <param name="recipient">Null for one whom a stranger may have made up: of many of these nothing follows.</param>
    public bool IsSure(Guid row, int? recipient)
    {
        if (_takenBefore.TryGetValue(row, out var before) && before < _taken) return _takenBefore.Remove(row);
        _takenBefore.TryAdd(row, _taken);
        if (recipient is { } known) PutOff(known);
        return false;
    }

    public void PutOff(int recipient) => _inARow.Add(recipient);

    public void Taken()
    {
        if (SpeakOfUs) _takenBefore.Clear(); // all of these were refused for our sake
        _inARow.Clear();
        _taken++;
    }
}
