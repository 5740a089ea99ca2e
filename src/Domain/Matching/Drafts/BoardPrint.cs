namespace Mentorship.Domain.Matching.Drafts;

/// <summary>
/// What a draft was worked out from, small enough to keep: who was there, and a digest of each. Two prints of one board are equal,
/// whatever the order of its rows; the moment does not enter it.
/// </summary>
/// <param name="PolicyVersion">The community's policy version.</param>
/// <param name="Requests">Digest of each request that was to be served, with its newcomer.</param>
/// <param name="Mentors">Digest of each mentor.</param>
/// <param name="Fingerprint">SHA-256 over the whole canonical input, in lower-case hexadecimal digits.</param>
public sealed record BoardPrint(
    int PolicyVersion, IReadOnlyDictionary<Guid, string> Requests, IReadOnlyDictionary<Guid, string> Mentors, string Fingerprint)
{
    /// <summary>What is different at <paramref name="now"/>; nothing when nothing is.</summary>
    public BoardChanges Until(BoardPrint now) => new(
        Fingerprint != now.Fingerprint,
        PolicyVersion != now.PolicyVersion,
        [.. Missing(now.Requests, Requests).Select(id => new RequestId(id))],
        [.. Missing(Requests, now.Requests).Select(id => new RequestId(id))],
        [.. Different(Requests, now.Requests).Select(id => new RequestId(id))],
        [.. Different(Mentors, now.Mentors).Concat(Missing(now.Mentors, Mentors)).Concat(Missing(Mentors, now.Mentors))
            .Order().Select(id => new MemberId(id))]);

    private static IEnumerable<Guid> Missing(IReadOnlyDictionary<Guid, string> here, IReadOnlyDictionary<Guid, string> there) =>
        here.Keys.Where(id => !there.ContainsKey(id)).Order();

    private static IEnumerable<Guid> Different(IReadOnlyDictionary<Guid, string> then, IReadOnlyDictionary<Guid, string> now) =>
        then.Keys.Where(id => now.TryGetValue(id, out var digest) && digest != then[id]).Order();
}
