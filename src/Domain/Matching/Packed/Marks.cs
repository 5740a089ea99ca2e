using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>What went before between a newcomer and a few of the mentors; for all others nothing did.</summary>
internal sealed class Marks
{
    private readonly SortedDictionary<int, Broken> _found = [];
    private readonly IReadOnlyList<Member> _mentors;
    private readonly int[] _marked;
    private readonly Broken[] _broken;

    public Marks(Ask ask, Pathway pathway, IReadOnlyList<Member> mentors, History history)
    {
        _mentors = mentors;
        var request = ask.Request;
        Mark(request.Newcomer, Broken.PairSelf);
        foreach (var other in history.SeparatedFrom(request.Newcomer)) Mark(other, Broken.Separated);
        foreach (var (mentor, state) in history.Of(request.Id)) Mark(mentor, Of(state));
        foreach (var mentor in history.MentorsOf(request)) Mark(mentor, Broken.AlreadyPaired);
        Everyone = Broken.NewcomerHasMentor.If(
            history.MentorsOf(request).Count() is > 0 and var held && held >= pathway.PlacesAtOnce(request.Kind));
        (_marked, _broken) = ([.. _found.Keys], [.. _found.Values]);
    }

    /// <summary>What holds against every mentor.</summary>
    public Broken Everyone { get; }

    /// <summary>By number, in order.</summary>
    public IReadOnlyList<int> Marked => _marked;

    public Broken this[int mentor]
    {
        get
        {
            if (_marked.Length == 0) return Everyone;
            var at = Array.BinarySearch(_marked, mentor);
            return at < 0 ? Everyone : Everyone | _broken[at];
        }
    }

    private static Broken Of(PairingState state) => state switch
    {
        PairingState.Declined or PairingState.Lapsed => Broken.AlreadyOffered,
        PairingState.Dismissed => Broken.DismissedBefore,
        _ => Broken.None,
    };

    private void Mark(MemberId mentor, Broken broken)
    {
        if (broken != Broken.None && NumberOf(mentor) is { } number) _found[number] = _found.GetValueOrDefault(number) | broken;
    }

    /// <summary>Mentors lie in the order of their ids; null where this one is not on the board.</summary>
    private int? NumberOf(MemberId mentor)
    {
        var (low, high) = (0, _mentors.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _mentors[middle].Id.Value.CompareTo(mentor.Value);
            if (order == 0) return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }
}
