namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// One key of ASP.NET's Data Protection, its secret part sealed by the master key; shared by every host on this database.
/// </summary>
internal sealed class DataProtectionKey
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string FriendlyName { get; init; }
    public required string Xml { get; set; }
}
