using System.Security.Claims;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NodaTime;

namespace Mentorship.Api.Http.Accounts;

/// <summary>The cookie holds a key and nothing else; what it stands for is a <see cref="Session"/>, which can be ended here.</summary>
internal sealed class SessionTickets(IServiceScopeFactory scopes) : ITicketStore
{
    public Task<string> StoreAsync(AuthenticationTicket ticket) => Use(async (sessions, db) =>
    {
        var key = await sessions.BeginForPages(CurrentMember.AccountOf(ticket.Principal).Value, SessionClaims.StampOf(ticket.Principal));
        await db.SaveChangesAsync();
        return key;
    });

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Use(async (sessions, _) =>
        await sessions.Find(key, CancellationToken.None) is { } signedIn ? TicketOf(signedIn) : null);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => Use(async (sessions, db) =>
    {
        await sessions.Extend(key, CancellationToken.None);
        return await db.SaveChangesAsync();
    });

    public Task RemoveAsync(string key) => Use(async (sessions, db) =>
    {
        await sessions.End(key, CancellationToken.None);
        return await db.SaveChangesAsync();
    });

    private static AuthenticationTicket TicketOf(SignedIn signedIn)
    {
        var (issued, until) = ((signedIn.Until - Sessions.Idle).ToDateTimeOffset(), signedIn.Until.ToDateTimeOffset());
        var properties = new AuthenticationProperties { IssuedUtc = issued, ExpiresUtc = until };
        return new(SessionClaims.Principal(signedIn, AccountSchemes.Pages), properties, AccountSchemes.Pages);
    }

    // In a scope of its own: the request's context may hold changes that are not ours to save.
    private async Task<T> Use<T>(Func<Sessions, MentorshipDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Sessions>(), scope.ServiceProvider.GetRequiredService<MentorshipDb>());
    }
}
