using System.Security.Cryptography;
using System.Text;
using Mentorship.Domain;

namespace Mentorship.Api.Tests.Imports;

/// <summary>A vault whose seals differ each time, as real ones do, and which opens only at the place it was sealed for.</summary>
internal sealed class PlainVault : IVault
{
    public Task<Sealed> Seal(MemberId owner, string place, Guid row, string text, CancellationToken cancellation) =>
        Task.FromResult(new Sealed(Encoding.UTF8.GetBytes($"{Guid.NewGuid():N}|{owner}|{place}|{row}|{text}")));

    public Task<string> Open(MemberId owner, string place, Guid row, Sealed value, CancellationToken cancellation)
    {
        var parts = Encoding.UTF8.GetString(value.Bytes.Span).Split('|', 5);
        return parts[1] == owner.ToString() && parts[2] == place && parts[3] == row.ToString()
            ? Task.FromResult(parts[4])
            : throw new CryptographicException("Sealed for another place.");
    }

    public byte[] HashOfEmail(CommunityId community, string address) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{community}|{address.Trim().ToLowerInvariant()}"));
}
