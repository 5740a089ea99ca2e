using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Mentorship.Api.Tests.Notices;

/// <summary>The database chooses the save that records a mail as the victim of a deadlock: the mail has left, and that is kept all the same.</summary>
public sealed class LostRecordTests : IDisposable
{
    private readonly VictimHost _host = new();

    [Fact]
    public async Task A_notice_that_left_is_recorded_at_the_second_try_and_goes_once()
    {
        var community = await SampleCommunity.In(_host);
        await Queue.Add(_host, community.Id, await community.Newcomer(), NoticeKind.PairingIntroduced, 3);
        _host.Victim.AfterSaves = 2; // the claim, and the first record

        await Queue.Send(_host);
        _host.Clock.Advance(Duration.FromMinutes(5));
        await Queue.Send(_host);

        Assert.True(_host.Victim.WasOne);
        Assert.Equal(3, _host.Mail.All.Count());
        Assert.Equal(3, await _host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Notices.CountAsync(n => n.State == NoticeState.Sent && n.Attempts == 1)));
    }

    [Fact]
    public async Task An_account_mail_that_left_is_removed_at_the_second_try_and_goes_once()
    {
        await _host.Send(new SignUp("someone@people.example", "seven grey geese fly over Tallinn", true));
        _host.Victim.AfterSaves = 1; // the claim

        await _host.Send(new SendAccountMail());
        _host.Clock.Advance(Duration.FromHours(2));
        await _host.Send(new SendAccountMail());

        Assert.True(_host.Victim.WasOne);
        Assert.Single(_host.Mail.All);
    }

    public void Dispose() => _host.Dispose();

    private sealed class VictimHost : ApiHost
    {
        public Victim Victim { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(Victim)));
        }
    }

    private sealed class Victim : SaveChangesInterceptor
    {
        /// <summary>Null: it lets every save pass.</summary>
        public int? AfterSaves { get; set; }

        public bool WasOne { get; private set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (AfterSaves-- != 0) return ValueTask.FromResult(result);
            WasOne = true;
            throw new DbUpdateException("lost", new PostgresException("lost", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected));
        }
    }
}
