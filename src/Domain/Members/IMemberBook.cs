namespace Mentorship.Domain.Members;

/// <summary>The port for questions about members that more than one row answers.</summary>
public interface IMemberBook
{
    /// <summary>The members whose address has one of these keyed hashes (<see cref="IVault.EachHashOfEmail"/>); a few hundred at a time.</summary>
    Task<IReadOnlyList<Member>> ByEmailHashes(IReadOnlyCollection<byte[]> hashes, CancellationToken cancellation);

    /// <summary>
    /// For each of these members the coordinators who may hear of them: not the member, and nobody between whom and the member a block stands,
    /// whichever of the two set it. None for who is left without any.
    /// </summary>
    Task<IReadOnlyDictionary<MemberId, IReadOnlyList<MemberId>>> CoordinatorsFor(IReadOnlyCollection<MemberId> about, CancellationToken cancellation);
}
