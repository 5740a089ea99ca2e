using Mentorship.Api.Features.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace Mentorship.Api.Http.Accounts;

/// <summary>For the pages: after <see cref="CheckPassword"/> has answered, sets the account's cookie; and takes it away.</summary>
internal static class PageSignIn
{
    public static Task SignInToPages(this HttpContext http, CheckedPassword password) =>
        http.SignInAsync(AccountSchemes.Pages, SessionClaims.Principal(password, AccountSchemes.Pages));

    public static Task SignOutOfPages(this HttpContext http) => http.SignOutAsync(AccountSchemes.Pages);
}
