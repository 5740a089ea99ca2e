using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Pairs whose newcomers do not answer, made without a door, and how far their ladders went.</summary>
internal static class QuietPairs
{
    /// <summary>Pairs with one weekly check-in each that has just left, in a community that asks after one miss.</summary>
    public static Task<int> SentCheckIns(ApiHost host, SampleCommunity community, int pairs) => host.Inside(community.Id, async services =>
    {
        var (db, now) = (services.GetRequiredService<MentorshipDb>(), host.Clock.Now);
        (await db.Communities.SingleAsync()).Change(Policy.Default with { Ladder = new LadderTimes(WeeklyMisses: 1) });
        for (var pair = 0; pair < pairs; pair++)
        {
            var mentor = new Member(community.Id, "Mentor A.", Roles.Mentor, new Profile(), now);
            var newcomer = new Member(community.Id, "Newcomer B.", Roles.Newcomer, new Profile(), now);
            var request = new MentorRequest(community.Id, newcomer.Id, "aa", RelationshipKind.Sponsor, Wishes.None, now);
            var pairing = new Pairing(request, mentor.Id, 0, "{}", now);
            pairing.Approve(0, Duration.FromHours(72), now);
            pairing.Accept(mentor.Id, default, now);
            pairing.Accept(newcomer.Id, default, now);
            var at = now.InUtc().TimeOfDay;
            var times = new PlanTimes(new Rhythm.Weekly(now.InUtc().DayOfWeek), at, "Etc/UTC");
            var plan = new CheckInPlan(community.Id, pairing.Id, newcomer.Id, Layer.Weekly, times, now - Duration.FromHours(1));
            var checkIn = plan.TakeDue(now).Single();
            checkIn.Sent(now);
            db.AddRange(mentor, newcomer, request, pairing, plan, checkIn);
        }
        await db.SaveChangesAsync();
        return await Left(db, NoticeKind.CheckInDue, now);
    });

    /// <summary>As if the mail had taken such notes: those that tell the members first, or others.</summary>
    public static Task<int> Left(ApiHost host, SampleCommunity community, NoticeKind kind = NoticeKind.HelloUnlessFine) =>
        host.Inside(community.Id, services => Left(services.GetRequiredService<MentorshipDb>(), kind, host.Clock.Now));

    public static Task<(int Silences, int Rungs, int Notices)> Counts(
        ApiHost host, SampleCommunity community, RungCode rung, NoticeKind kind) =>
        host.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            return (
                await db.Silences.CountAsync(s => s.IsOpen == true), await db.RungsTaken.CountAsync(r => r.Rung == rung),
                await db.Notices.CountAsync(n => n.Kind == kind));
        });

    private static Task<int> Left(MentorshipDb db, NoticeKind kind, Instant at) => db.Notices.Where(n => n.Kind == kind)
        .ExecuteUpdateAsync(n => n.SetProperty(x => x.SentAt, at).SetProperty(x => x.State, NoticeState.Sent));

    public static Task<int> Concerns(ApiHost host, SampleCommunity community) => host.Inside(community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Concerns.CountAsync(c => c.Kind == ConcernKind.GoneQuiet));
}
