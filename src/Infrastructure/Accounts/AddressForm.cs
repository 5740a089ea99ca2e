using System.Diagnostics.CodeAnalysis;
using Mentorship.Infrastructure.Protection;
using Microsoft.AspNetCore.Identity;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// The form in which an address is looked for, the same in every build. Identity's own asks <see cref="string.Normalize()"/>, which does
/// nothing without ICU, and takes ſ for S only with it; a build for SQL Server has ICU, the others have not.
/// </summary>
internal sealed class AddressForm : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => email is null ? null : Accents.Joined(email.ToLowerInvariant());

    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name?.ToUpperInvariant();
}
