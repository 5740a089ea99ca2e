using System.Security.Claims;
using Mentorship.Api.Http.Accounts;
using Mentorship.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Http;

public sealed class OperatorTests
{
    private const string First = "01929f3e-7c00-7000-8000-000000000001", Second = "01929f3e-7c00-7000-8000-000000000002";

    [Theory]
    [InlineData(First, First, true)]
    [InlineData($" {First} , {Second}", Second, true)]
    [InlineData(First, Second, false)]
    [InlineData(First, null, false)]
    [InlineData("", First, false)]
    [InlineData(null, First, false)]
    public async Task Only_the_accounts_that_the_setting_names_are_operators(string? setting, string? account, bool expected)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(Settings(setting));
        await using var built = services.AddSignIn(Settings(setting), development: false).BuildServiceProvider();
        var user = new ClaimsPrincipal(new ClaimsIdentity(account is null ? [] : [new Claim(ClaimTypes.NameIdentifier, account)], account is null ? null : "test"));
        Assert.Equal(expected, (await built.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, Operators.Policy)).Succeeded);
    }

    [Theory]
    [InlineData("me"), InlineData(First + ";" + Second)]
    public void What_is_no_account_s_id_ends_the_start(string setting) =>
        Assert.Equal("Operators:Accounts", Assert.Throws<MissingSetting>(() => Operators.Read(Settings(setting))).Setting);

    private static IConfiguration Settings(string? operators) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Operators:Accounts", operators)]).Build();
}
