namespace Mentorship.Domain.Time;

/// <summary>
/// A newcomer's windows as the clocks of one zone show them, in each kind of week that the coming year has; a mentor of that zone is then
/// held against a few numbers, without any calendar.
/// </summary>
internal sealed class SharedWeeks
{
    private readonly List<int> _edges = [];
    private readonly List<Kind> _kinds = [];
    private readonly List<Twice> _twice = [];
    private readonly int[] _flat;
    private readonly Kind[] _all;

    public SharedWeeks(ReadOnlySpan<ushort> newcomer, WeekKind[] kinds)
    {
        foreach (var kind in kinds) Add(WeekLayout.Of(newcomer, kind.Newcomer), kind.Mentor);
        (_flat, _all) = ([.. _edges], [.. _kinds]);
    }

    /// <summary>Whole minutes shared in the least of the 53 weeks of the newcomer's calendar; 0 when any week has none.</summary>
    public int LeastMinutes(ReadOnlySpan<ushort> mentor)
    {
        var least = int.MaxValue;
        foreach (var kind in _all)
        {
            var shared = Shared(mentor, _flat.AsSpan(kind.From, kind.To - kind.From));
            for (var at = kind.FirstTwice; at < kind.EndTwice; at++) shared += _twice[at].Shared(mentor);
            if (shared < least) least = shared;
            if (least == 0) return 0;
        }
        return least;
    }

    /// <summary>The newcomer's windows go through the mentor's week once or twice: where they step back, the week begins again.</summary>
    private static int Shared(ReadOnlySpan<ushort> mentor, ReadOnlySpan<int> newcomer)
    {
        var (shared, at, before) = (0, 0, 0);
        for (var i = 0; i + 1 < newcomer.Length; i += 2)
        {
            var (from, to) = (newcomer[i], newcomer[i + 1]);
            if (from < before) at = 0;
            before = from;
            while (at + 1 < mentor.Length && mentor[at + 1] <= from) at += 2;
            for (var j = at; j + 1 < mentor.Length && mentor[j] < to; j += 2)
                shared += Math.Min(to, mentor[j + 1]) - Math.Max(from, mentor[j]);
        }
        return shared;
    }

    private void Add(List<(int From, int To)> newcomer, WeekSpan[] mentor)
    {
        var (firstEdge, firstTwice) = (_edges.Count, _twice.Count);
        foreach (var span in mentor)
            foreach (var (from, to) in newcomer)
                AddPart(Math.Max(from, span.From) - span.From, Math.Min(to, span.To) - span.From, span);
        var kind = new Kind(firstEdge, _edges.Count, firstTwice, _twice.Count);
        if (_kinds.Exists(known => AreAlike(known, kind))) _edges.RemoveRange(firstEdge, _edges.Count - firstEdge);
        else _kinds.Add(kind);
    }

    private void AddPart(int from, int to, WeekSpan span)
    {
        if (from >= to) return;
        if (span.Repeated > 0) _twice.Add(new(span.Local, span.Repeated, from + span.Into, to + span.Into));
        else AddEven(span.Local + from, span.Local + to);
    }

    private void AddEven(int from, int to)
    {
        for (; from >= LocalWeek.Minutes; from -= LocalWeek.Minutes) to -= LocalWeek.Minutes;
        _edges.AddRange([from, Math.Min(to, LocalWeek.Minutes)]);
        if (to > LocalWeek.Minutes) AddEven(LocalWeek.Minutes, to);
    }

    private bool AreAlike(Kind one, Kind other) => one.HasNothingTwice && other.HasNothingTwice
        && _edges[one.From..one.To].SequenceEqual(_edges[other.From..other.To]);

    private readonly record struct Kind(int From, int To, int FirstTwice, int EndTwice)
    {
        public bool HasNothingTwice => FirstTwice == EndTwice;
    }

    /// <summary>The newcomer is there while the mentor's clock shows some minutes twice.</summary>
    private readonly record struct Twice(int Local, int Repeated, int From, int To)
    {
        public int Shared(ReadOnlySpan<ushort> mentor) => RepeatedMinutes.Shared(mentor, Local, Repeated, From, To);
    }
}
