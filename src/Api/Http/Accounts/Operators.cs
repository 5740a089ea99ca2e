using System.Security.Claims;
using Mentorship.Infrastructure;
using Microsoft.AspNetCore.Authorization;

namespace Mentorship.Api.Http.Accounts;

/// <summary>
/// Who keeps the service running: the accounts whose ids <c>Operators:Accounts</c> names, with commas. Nobody when it is empty. It opens
/// the pages of operation and nothing of any community.
/// </summary>
internal sealed class Operators
{
    public const string Policy = "operator";
    private const string Setting = "Operators:Accounts";
    private readonly HashSet<Guid> _accounts;

    private Operators(HashSet<Guid> accounts) => _accounts = accounts;

    public static Operators Read(IConfiguration configuration) => new(
        [.. (configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)]);

    public void MayPass(AuthorizationPolicyBuilder policy) => policy.RequireAssertion(context =>
        Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account) && _accounts.Contains(account));

    private static Guid Parse(string text) => Guid.TryParse(text, out var id)
        ? id
        : throw new MissingSetting(Setting, $"Set {Setting} to the ids of accounts with commas between them, or leave it out.");
}
