using System.Collections.Concurrent;
using Mentorship.Domain;

namespace Mentorship.Api.Features.Matching;

/// <summary>
/// How each community's board stood when nobody was left to propose, so that it is not read and judged again while it stands so. In memory:
/// a restart, or another host, costs one look more. So no row has to be set back wherever somebody may become free.
/// </summary>
internal sealed class FruitlessLooks
{
    private readonly ConcurrentDictionary<CommunityId, string> _marks = new();

    public bool Was(CommunityId community, string mark) => _marks.TryGetValue(community, out var last) && last == mark;

    public void Remember(CommunityId community, string mark) => _marks[community] = mark;
}
