namespace Mentorship.Domain.Members;

/// <summary>How a member can be reached, each sealed with the member's own key; shown to the other side only after both said yes, and only what was chosen.</summary>
public sealed record ContactDetails(Sealed? Email, Sealed? Phone)
{
    /// <summary>Where each is sealed (<see cref="IVault"/>): table and column.</summary>
    public const string EmailPlace = "Members.Email", PhonePlace = "Members.Phone";

    public static readonly ContactDetails None = new(null, null);
}

/// <summary>The contact details that one side chooses to share when accepting.</summary>
[Flags]
public enum ContactShare
{
    None = 0,
    Email = 1,
    Phone = 2,
}
