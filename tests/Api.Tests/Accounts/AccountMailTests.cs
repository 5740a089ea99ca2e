using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.Overdue;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Notices.Email;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class AccountMailTests : IDisposable
{
    private const string Address = "someone@people.example";
    private readonly AccountHost _host = new();

    [Fact]
    public async Task A_mail_goes_once()
    {
        await Ask();
        await _host.SendMail();
        await _host.SendMail();
        Assert.Single(_host.Mail.All);
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task When_the_mail_server_is_away_it_is_tried_again_later_and_the_link_still_opens()
    {
        await Ask();
        _host.Mail.FailsWith = new EmailUnavailable("timeout");
        await _host.SendMail();
        _host.Mail.FailsWith = null;
        await _host.SendMail(); // too soon
        Assert.Empty(_host.Mail.All);
        _host.Clock.Advance(Duration.FromSeconds(72)); // a minute and a fifth at most
        var token = await _host.TokenTo(Address);
        Assert.True((await _host.Caller().PostAsJsonAsync("/api/v1/accounts/confirmation", new { token, password = AccountHost.Password })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_given_up()
    {
        await Ask();
        _host.Mail.FailsWith = new EmailRefused("recipient-550");
        await _host.SendMail();
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task A_mail_whose_link_would_be_too_old_is_given_up()
    {
        await Ask();
        _host.Clock.Advance(Duration.FromHours(24));
        await _host.SendMail();
        Assert.Empty(_host.Mail.All);
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task A_mail_that_fails_for_reasons_of_our_own_is_pushed_back_reported_and_the_others_go()
    {
        await Ask();
        var broken = new Domain.Sealed(new byte[] { 1, 4 });
        await _host.Read(db => db.Set<AccountMail>().ExecuteUpdateAsync(m => m.SetProperty(x => x.Address, broken)));
        _host.Clock.Advance(Duration.FromSeconds(1));
        await Ask("other@people.example");
        await Assert.ThrowsAsync<AggregateException>(_host.SendMail);
        var left = await _host.Read(db => db.Set<AccountMail>().Select(m => m.Id).SingleAsync());
        Assert.Single(_host.Log.All, line => line.Contains($"Account mail {left} could not be made", StringComparison.Ordinal));
        Assert.Single(_host.Mail.To("other@people.example"));
        await _host.SendMail(); // not due for an hour
    }

    [Fact]
    public async Task A_wrong_password_of_the_mail_server_is_said_in_the_log_at_once_and_in_health_after_five_minutes()
    {
        await Ask();
        _host.Mail.FailsWith = new EmailUnavailable("sign-in");
        await _host.SendMail();
        var mail = await _host.Read(db => db.Set<AccountMail>().Select(m => m.Id).SingleAsync());
        Assert.Single(_host.Log.All, line => line.Contains($"Account mail {mail} did not leave: sign-in", StringComparison.Ordinal));
        Assert.Equal("healthy", await Health("backlog"));

        _host.Clock.Advance(Duration.FromMinutes(5));
        Assert.Equal("degraded", await Health("backlog"));
        Assert.Contains(_host.Log.All, line => line.Contains("Overdue: 0 plans, 0 notices, 0 urgent ones, 1 account mails", StringComparison.Ordinal));
        _host.Mail.FailsWith = null;
        await _host.SendMail();
        Assert.Equal("healthy", await Health("backlog"));
    }

    [Fact]
    public async Task After_five_failures_the_circuit_of_e_mail_is_open_and_what_was_put_back_is_due_once_it_works_again()
    {
        for (var n = 0; n < 7; n++) await Ask($"someone{n}@people.example");
        _host.Mail.FailsWith = new EmailUnavailable("connection");
        await _host.SendMail();
        Assert.Equal(5, await _host.Read(db => db.Set<AccountMail>().CountAsync(m => m.NextAttemptAt > _host.Clock.Now)));
        Assert.Equal("degraded", await Health("channels"));

        var inAnHour = _host.Clock.Now + Duration.FromHours(1);
        await _host.Read(db => db.Set<AccountMail>().ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, inAnHour)));
        _host.Mail.FailsWith = null;
        _host.Clock.Advance(Duration.FromMinutes(1));
        await Ask("other@people.example");
        await _host.SendMail();
        Assert.Equal("healthy", await Health("channels")); // and the job has looked
        await _host.SendMail();
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task Mails_that_are_all_refused_wait_and_strangers_with_dead_addresses_close_no_channel()
    {
        for (var n = 0; n < 6; n++) await Ask($"someone{n}@people.example");
        _host.Mail.FailsWith = new EmailRefused("recipient-550", mayBeOfUs: true);
        for (var minute = 0; minute < 30; minute++, _host.Clock.Advance(Duration.FromMinutes(1))) await _host.SendMail();
        Assert.Equal("healthy", await Health("channels"));
        Assert.Equal(6, await Waiting());
    }

    public void Dispose() => _host.Dispose();

    private Task Ask(string email = Address) =>
        _host.Caller().PostAsJsonAsync("/api/v1/accounts", new { email, password = AccountHost.Password, statedAdult = true });

    /// <summary>What the door says of a check once the job has looked.</summary>
    private async Task<string?> Health(string check)
    {
        await _host.Send(new ReportOverdue());
        var health = await _host.Caller().GetFromJsonAsync<JsonElement>("/health/ready");
        return health.GetProperty("checks").GetProperty(check).GetString();
    }

    private Task<int> Waiting() => _host.Read(db => db.Set<AccountMail>().CountAsync());
}
