using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Accounts over ASP.NET Core Identity; needs persistence, protection and a clock.</summary>
internal static class AccountsSetup
{
    /// <summary>
    /// OWASP Password Storage Cheat Sheet, August 2026, for PBKDF2-HMAC-SHA512; a hash of fewer is made anew at the next sign-in.
    /// </summary>
    private const int Iterations = 220_000;

    public static IServiceCollection AddAccountStores(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Iterations);
        services.AddSingleton<RingSeal>().AddSingleton<AddressLookup>();
        services.AddSingleton<ILookupNormalizer, AddressForm>();
        services.AddSingleton<IPasswordHasher<AccountUser>, PasswordHasher<AccountUser>>();
        services.AddIdentityCore<AccountUser>(o => o.Lockout.AllowedForNewUsers = false).AddUserStore<AccountStore>();
        services.AddScoped(p => (IUserEmailStore<AccountUser>)p.GetRequiredService<IUserStore<AccountUser>>());
        services.AddSingleton<DecoyHash>().AddSingleton<SignInDelays>().AddSingleton<MailAllowance>();
        services.AddScoped<AccountBook>().AddScoped<Sessions>().AddScoped<AccountTokens>().AddScoped<AccountMails>().AddScoped<AddressChanges>();
        services.AddScoped<Invitations>().AddScoped<PasswordDoor>().AddScoped<ExpiredRows>().AddScoped<KeyRotation>();
        return services.AddKeysInDatabase();
    }

    /// <summary>Identity's tables for claims, outside log-ins and tokens stay empty here, so they are not made.</summary>
    public static void LeaveOutUnusedIdentityTables(this ModelBuilder builder) =>
        builder.Ignore<IdentityUserClaim<Guid>>().Ignore<IdentityUserLogin<Guid>>().Ignore<IdentityUserToken<Guid>>();

    private static IServiceCollection AddKeysInDatabase(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("mentorship");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, RingSeal>((options, scopes, seal) =>
        {
            options.XmlRepository = new KeyRepository(scopes);
            options.XmlEncryptor = new RingXmlEncryptor(seal);
        });
        return services;
    }
}
