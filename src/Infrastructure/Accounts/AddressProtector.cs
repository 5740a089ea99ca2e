using Mentorship.Domain;
using Microsoft.AspNetCore.Identity;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Identity's port for personal columns, which are texts: base64 of the sealed value.</summary>
internal sealed class AddressProtector(RingSeal seal) : IPersonalDataProtector
{
    private const string Use = "account/personal";

    public string? Protect(string? data) => data is null ? null : Convert.ToBase64String(seal.Seal(Use, data).Bytes.Span);

    public string? Unprotect(string? data) => data is null ? null : seal.Open(Use, new Sealed(Convert.FromBase64String(data)));
}
