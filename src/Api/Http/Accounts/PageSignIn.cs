using System.Security.Claims;
using Mentorship.Domain;
using Microsoft.AspNetCore.Authentication;

namespace Mentorship.Api.Http.Accounts;

/// <summary>For the pages: after <c>CheckPassword</c> has answered an account, sets its cookie; and takes it away.</summary>
internal static class PageSignIn
{
    public static Task SignInToPages(this HttpContext http, AccountId account)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.ToString())], AccountSchemes.Pages);
        return http.SignInAsync(AccountSchemes.Pages, new ClaimsPrincipal(identity));
    }

    public static Task SignOutOfPages(this HttpContext http) => http.SignOutAsync(AccountSchemes.Pages);
}
