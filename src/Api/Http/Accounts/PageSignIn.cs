using System.Security.Claims;
using Mentorship.Domain;
using Microsoft.AspNetCore.Authentication;

namespace Mentorship.Api.Http.Accounts;

/// <summary>For the pages: after <c>CheckPassword</c> has answered an account, sets its cookie; and takes it away.</summary>
internal static class PageSignIn
{
    public static Task SignInToPages(this HttpContext http, AccountId account) => http.SignInAsync(
        AccountSchemes.Pages, new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.ToString())], AccountSchemes.Pages)));

    public static Task SignOutOfPages(this HttpContext http) => http.SignOutAsync(AccountSchemes.Pages);
}
