namespace Mentorship.Domain;

/// <summary>
/// The port that seals and opens a member's secrets with the member's own key. The place is table and column,
/// <c>row</c> the row's id: a text sealed for one place does not open in another.
/// </summary>
public interface IVault
{
    Task<Sealed> Seal(MemberId owner, string place, Guid row, string text, CancellationToken cancellation);

    /// <summary>Throws when the key is gone or the bytes were changed; never says what they held.</summary>
    Task<string> Open(MemberId owner, string place, Guid row, Sealed value, CancellationToken cancellation);

    /// <summary>Null where nobody can read it any more, because the owner's key was erased.</summary>
    Task<string?> TryOpen(MemberId owner, string place, Guid row, Sealed value, CancellationToken cancellation);

    /// <summary>Asks for the keys of several at once, for what is sealed or opened next: else each would be asked for alone.</summary>
    Task Fetch(IReadOnlyCollection<MemberId> owners, CancellationToken cancellation);

    /// <summary>Keyed hash of a normalised address inside one community, for look-ups without the address.</summary>
    byte[] HashOfEmail(CommunityId community, string address);

    /// <summary>The hashes under which a row of that address may be stored, the one of now first: several while master keys change.</summary>
    IReadOnlyList<byte[]> EachHashOfEmail(CommunityId community, string address);

    /// <summary>Keyed hash of a number in the form of E.164 inside one community.</summary>
    byte[] HashOfPhone(CommunityId community, string number);

    /// <summary>The hashes under which a row of that number may be stored, the one of now first.</summary>
    IReadOnlyList<byte[]> EachHashOfPhone(CommunityId community, string number);
}
