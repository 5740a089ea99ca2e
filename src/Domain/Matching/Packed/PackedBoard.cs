using System.Collections.Concurrent;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// A board for judging many pairs: the same decisions as <see cref="Eligibility"/> and <see cref="Fit"/>, which stay the statement of
/// what is decided and why, from arrays. A mentor is known by their number in the order of ids.
/// </summary>
internal sealed class PackedBoard(BoardRows rows, IReadOnlyList<Member> mentors, History history, ZoneYears years)
{
    private readonly ConcurrentDictionary<(CommunityId, string, RelationshipKind), Field> _fields = new();

    public MentorColumns Mentors { get; } = new(mentors, history, rows.Policy, rows.Now, years);

    /// <exception cref="NotFound">The catalogue does not know the request's pathway.</exception>
    public PackedAsk Of(Ask ask)
    {
        var (request, pathway) = (ask.Request, PathwayCatalogue.Current.Get(ask.Request.Pathway));
        var field = _fields.GetOrAdd(
            (request.CommunityId, request.Pathway, request.Kind), key => new(Mentors, key.Item1, pathway, key.Item3));
        return new(ask, field, new Marks(ask, pathway, mentors, history), Mentors, rows.Policy, years);
    }
}
