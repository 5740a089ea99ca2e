using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Mentorship.Infrastructure.Persistence.Repeats;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>A community with a row of each kind that the model keeps inside one; a new kind of row is added here.</summary>
internal static class OneOfEach
{
    private static readonly Sealed Text = new(new byte[] { 1 });

    /// <summary>The kinds of rows that are of a community, as the model that is used at run time knows them.</summary>
    public static IReadOnlyList<Type> KindsIn(MentorshipDb db) =>
        [.. db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(Entity))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    public static async Task<CommunityId> In(StoredModel model, string name)
    {
        var rows = await Rows.In(model, name);
        await model.Inside(rows.Community, async (MentorshipDb db) =>
        {
            var (pairing, checkIn) = (await db.Pairings.SingleAsync(), await db.CheckIns.SingleAsync());
            db.AddRange([.. OfCheckIns(checkIn), .. OfProgress(pairing), .. OfSafety(rows), .. OfAccounts(rows), .. OfTheCommunity(rows)]);
            return await db.SaveChangesAsync();
        });
        return rows.Community;
    }

    private static Entity[] OfCheckIns(CheckIn checkIn)
    {
        var answer = new Answer(checkIn, "week", Audience.Me);
        answer.Say(Text);
        var silence = new Silence(checkIn);
        return [answer, silence, new RungTaken(silence, RungCode.Repeat, checkIn.Member, StoredModel.Now)];
    }

    private static Entity[] OfProgress(Pairing pairing)
    {
        var plan = new PersonalPlan(pairing.CommunityId, pairing.Newcomer);
        plan.Keep(Text);
        var goal = new Goal(pairing, StoredModel.Now);
        goal.Say(pairing.Newcomer, Text);
        return [new PathwayProgress(pairing.CommunityId, pairing.Newcomer, "aa"), plan, goal, new CarryOver(pairing)];
    }

    private static Entity[] OfSafety(Rows rows) =>
    [
        new Block(rows.Community, rows.Newcomer, rows.Mentor, BlockReason.Block, StoredModel.Now),
        new Concern(rows.Community, ConcernKind.GoneQuiet, rows.Newcomer, rows.Pairing.Value, [], StoredModel.Now),
    ];

    private static Entity[] OfAccounts(Rows rows)
    {
        var change = new AddressChange(rows.Community, rows.Newcomer);
        change.Ask(Text, Guid.NewGuid().ToByteArray(), StoredModel.Now);
        return
        [
            change,
            new Invitation(rows.Community, rows.Mentor, Roles.Newcomer, null, Guid.NewGuid().ToByteArray(), StoredModel.Now),
            new KeptAnswer(rows.Community, rows.Newcomer, [1], [1], StoredModel.Now),
            new MemberKey(rows.Community, rows.Newcomer, [1]),
        ];
    }

    private static Entity[] OfTheCommunity(Rows rows)
    {
        var webhook = new Webhook(rows.Community);
        webhook.Set("https://tools.example.org/inbox", Text, StoredModel.Now);
        return
        [
            webhook,
            new WebhookMessage(rows.Community, new DomainEvent("pairing-proposed", rows.Pairing.Value, []), StoredModel.Now),
            new AllotmentDraft(rows.Community, new AllotmentOrder(), StoredModel.Now),
        ];
    }
}
