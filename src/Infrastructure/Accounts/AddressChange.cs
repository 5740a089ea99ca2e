using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// An address that a member wants to be reached at and whose mailbox has not said yes to it; the latest alone, one for each member. Until
/// it has, everything goes to the address of before.
/// </summary>
internal sealed class AddressChange : Entity
{
    /// <summary>Where the address is sealed (<see cref="IVault"/>): table and column.</summary>
    public const string AddressPlace = "AddressChanges.Address";

    public static readonly Duration Life = Duration.FromHours(24);

    private AddressChange() { }

    public AddressChange(CommunityId community, MemberId member) => (CommunityId, Member) = (community, member);

    public MemberId Member { get; private init; }
    public Sealed Address { get; private set; }
    public byte[] TokenHash { get; private set; } = [];
    public Instant EndsAt { get; private set; }

    /// <summary>A link of before is void from here on.</summary>
    public void Ask(Sealed address, byte[] tokenHash, Instant now) => (Address, TokenHash, EndsAt) = (address, tokenHash, now + Life);
}
