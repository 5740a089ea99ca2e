namespace Mentorship.Domain.Matching;

/// <summary>The pairs that a coordinator keeps: judged and given their places before anything else.</summary>
internal static class Pins
{
    /// <summary>By request. Throws <see cref="RuleBroken"/> with the pin's number and the code of what speaks against it.</summary>
    public static IReadOnlyDictionary<RequestId, Candidate> Of(MatchingBoard board, AllotmentOrder order)
    {
        var (kept, left) = (new Dictionary<RequestId, Candidate>(), new Dictionary<MemberId, int>());
        foreach (var (number, pin) in order.Pinned.Distinct().Index())
        {
            if (!board.Has(pin.Request) || !board.IsToBeServed(board.Ask(pin.Request)))
                throw Refused(number, "request-not-open", "This request is not open, or a proposal for it waits.");
            if (!board.HasMentor(pin.Mentor)) throw Refused(number, "not-a-mentor", "This member does not mentor.");
            var candidate = board.Judge(pin.Request, pin.Mentor);
            if (candidate.Bar is { } bar) throw Refused(number, bar.Code, bar.Sentence);
            if (!kept.TryAdd(pin.Request, candidate)) throw Refused(number, "pin-repeated", "Another mentor is pinned to this request.");
            var places = left.GetValueOrDefault(pin.Mentor, board.PlacesLeft(board.Mentor(pin.Mentor)));
            if (places == 0) throw Refused(number, "pin-no-place", "This mentor has no free place left for it.");
            left[pin.Mentor] = places - 1;
        }
        return kept;
    }

    private static RuleBroken Refused(int index, string code, string sentence) => new(code, $"Pin {index + 1}: {sentence}");
}
