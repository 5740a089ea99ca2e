using System.Net;
using System.Net.Http.Json;
using Mentorship.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class SignUpTests(SharedAccounts host) : IClassFixture<SharedAccounts>
{
    private readonly string Address = AccountHost.NewAddress();

    [Fact]
    public async Task An_account_opens_when_the_link_of_its_mail_comes_back()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await SignUp(Address)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.TrySignIn(Address, AccountHost.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Confirm(await host.TokenTo(Address))).StatusCode);
        Assert.Equal(43, (await host.SignIn(Address)).AccessToken.Length);
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_the_same_work_and_a_mail_that_there_is_an_account()
    {
        await host.Open(Address);
        var (nobody, inCapitals, before) = (AccountHost.NewAddress(), Address.ToUpperInvariant(), host.Hasher.Work);
        var rows = await Rows();
        var unknown = await SignUp(nobody);
        var (forUnknown, rowsForUnknown) = (host.Hasher.Work - before, await Rows() - rows);
        var known = await SignUp($" {inCapitals} ");

        Assert.Equal(unknown.StatusCode, known.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await known.Content.ReadAsStringAsync());
        Assert.Equal(unknown.Headers.Select(h => h.Key), known.Headers.Select(h => h.Key));
        Assert.Equal(forUnknown, host.Hasher.Work - before - forUnknown);
        Assert.Equal(2, rowsForUnknown);
        Assert.Equal(2 * rowsForUnknown, await Rows() - rows);

        await host.SendMail();
        Assert.Contains("There is one", Assert.Single(host.Mail.To(inCapitals)));
        Assert.EndsWith("/sign-in", host.Mail.LinkTo(inCapitals));
        Assert.Contains("confirm that this address is yours", Assert.Single(host.Mail.To(nobody)));
    }

    [Fact]
    public async Task Nobody_opens_an_account_with_the_password_of_a_stranger_who_asked_first_or_last()
    {
        const string One = "the stranger was first at it", Other = "the stranger was last at it too";
        await SignUp(Address, One);
        var first = await host.TokenTo(Address);
        await SignUp(Address);
        var own = await host.TokenTo(Address);
        await SignUp(Address, Other);
        var last = await host.TokenTo(Address);

        foreach (var strangers in (string[])[first, last])
            Assert.Equal("password-wrong", await AccountHost.CodeOf(await Confirm(strangers)));
        foreach (var password in (string[])[One, Other, AccountHost.Password])
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.TrySignIn(Address, password)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Confirm(own)).StatusCode);
        await host.SignIn(Address);
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(await Confirm(first)));
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(await Confirm(last)));
        await host.SignIn(Address);
    }

    [Theory]
    [InlineData(null), InlineData("")]
    public async Task A_link_alone_opens_nothing(string? password)
    {
        await SignUp(Address);
        var token = await host.TokenTo(Address);
        Assert.Equal("password-needed", await AccountHost.CodeOf(await Confirm(token, password)));
        Assert.Equal(HttpStatusCode.NoContent, (await Confirm(token)).StatusCode);
    }

    [Fact]
    public async Task A_link_is_taken_once()
    {
        await SignUp(Address);
        var token = await host.TokenTo(Address);
        Assert.Equal(HttpStatusCode.NoContent, (await Confirm(token)).StatusCode);
        var again = await Confirm(token);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(again));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_link_is_taken_for_a_day(int secondsAfter, bool taken)
    {
        await SignUp(Address);
        var token = await host.TokenTo(Address);
        host.Clock.Advance(Duration.FromHours(24) - Duration.FromSeconds(1) + Duration.FromSeconds(secondsAfter));
        Assert.Equal(taken, (await Confirm(token)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_sixth_mail_within_an_hour_to_one_address_does_not_go_and_the_answer_does_not_tell()
    {
        var answers = new List<string>();
        for (var i = 0; i < 6; i++) answers.Add(await (await SignUp(Address)).Content.ReadAsStringAsync());
        await host.SendMail();
        Assert.Single(answers.Distinct());
        Assert.Equal(5, host.Mail.To(Address).Count);
    }

    [Theory]
    [InlineData("twelve chars", "password-too-short")]
    [InlineData("fourteen chars", "password-too-short")]
    [InlineData("passwordpassword", "password-common")]
    [InlineData("someone-people-2026", "password-common")]
    [InlineData(null, "password-too-short")]
    public async Task A_bad_password_is_refused_with_its_code(string? password, string code)
    {
        var answer = await SignUp("someone@people.example", password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, await AccountHost.CodeOf(answer));
        if (password is not null) Assert.DoesNotContain(password, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("no-at-sign")]
    [InlineData("Name <a@people.example>")]
    [InlineData("a@people.example\r\nBcc: b@people.example")]
    [InlineData("ü@people.example")]
    [InlineData("someone@localhost")]
    [InlineData(".someone@people.example")]
    public async Task What_no_mail_could_reach_is_no_address(string? address) =>
        Assert.Equal("email-invalid", await AccountHost.CodeOf(await SignUp(address)));

    [Fact]
    public async Task Only_those_who_say_they_are_adults_are_taken()
    {
        var answer = await host.Caller().PostAsJsonAsync("/api/v1/accounts", new { email = Address, password = AccountHost.Password });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("adult-statement-needed", await AccountHost.CodeOf(answer));
    }

    private async Task<int> Rows() =>
        await host.Read(db => db.Set<AccountToken>().CountAsync()) + await host.Read(db => db.Set<AccountMail>().CountAsync());

    private Task<HttpResponseMessage> SignUp(string? email, string? password = AccountHost.Password) =>
        host.Caller().PostAsJsonAsync("/api/v1/accounts", new { email, password, statedAdult = true });

    private Task<HttpResponseMessage> Confirm(string token, string? password = AccountHost.Password) =>
        host.Caller().PostAsJsonAsync("/api/v1/accounts/confirmation", new { token, password });
}
