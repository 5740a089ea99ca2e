namespace Mentorship.Domain.Members;

/// <summary>The port for questions about members that more than one row answers.</summary>
public interface IMemberBook
{
    /// <summary>The members whose address has one of these keyed hashes (<see cref="IVault.EachHashOfEmail"/>); a few hundred at a time.</summary>
    Task<IReadOnlyList<Member>> ByEmailHashes(IReadOnlyCollection<byte[]> hashes, CancellationToken cancellation);

    /// <summary>The coordinators of the community.</summary>
    Task<IReadOnlyList<MemberId>> Coordinators(CancellationToken cancellation);
}
