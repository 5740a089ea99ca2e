using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

public sealed class UnreadableNoticeTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_notice_of_which_nothing_can_be_found_is_put_back_and_those_before_and_after_it_go_out()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        var subjects = await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var notices = new[] { NoticeKind.PairingIntroduced, NoticeKind.CheckInDue, NoticeKind.PairingIntroduced } // there is no such check-in
                .Select((kind, n) => new Notice(
                    pair.Community.Id, Guid.CreateVersion7(), new Telling(pair.Newcomer.Id, kind), _host.Clock.Now - Duration.FromMinutes(3 - n)))
                .ToList();
            db.AddRange(notices);
            await db.SaveChangesAsync();
            return notices.Select(n => n.Subject).ToList();
        });

        Assert.Equal(3, await pair.Deliver());

        var states = await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Notices
            .Where(n => subjects.Contains(n.Subject)).OrderBy(n => n.CreatedAt).ToListAsync());
        Assert.Equal([NoticeState.Sent, NoticeState.Waiting, NoticeState.Sent], states.Select(n => n.State));
        Assert.InRange(states[1].NextAttemptAt!.Value - _host.Clock.Now, Duration.FromMinutes(1), Duration.FromMinutes(2));
        Assert.Contains(_host.Log.All, line => line.Contains($"Notice {states[1].Id} could not be made"));
    }

    public void Dispose() => _host.Dispose();
}
