using System.Text.RegularExpressions;
using Mentorship.Domain.Notices;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>What waits is found at the front of an index, however much has left: SQLite says how it would look.</summary>
public partial class SendersQuestionTests
{
    [Fact]
    public async Task The_whole_index_is_used_by_a_sender_who_asks_what_waits_and_by_who_asks_for_the_first_of_it()
    {
        await using var model = await StoredModel.On(Engine.Sqlite);
        var community = await model.Community("Here");
        await model.Inside(community, async (MentorshipDb db) =>
        {
            var calls = db.NoticesBy(Channel.Email, urgent: true);
            Assert.Contains(
                "(CommunityId=? AND Channel=? AND IsUrgent=? AND NextAttemptAt<?)",
                await PlanOf(db, calls.Where(n => n.NextAttemptAt <= StoredModel.Now).OrderBy(n => n.NextAttemptAt).Take(50)));
            foreach (var work in (Work[])[Work.UrgentNotices, Work.Notices, Work.UrgentTexts, Work.Texts])
                Assert.Contains(
                    "(CommunityId=? AND Channel=? AND IsUrgent=? AND NextAttemptAt>?)",
                    await PlanOf(db, new DueWork(db).Question(work, StoredModel.Now)));
            return true;
        });
    }

    [Fact]
    public async Task The_index_of_due_times_answers_the_dispatcher_whatever_waits_for_another_try()
    {
        await using var model = await StoredModel.On(Engine.Sqlite);
        var community = await model.Community("Here");
        await model.Inside(community, async (MentorshipDb db) =>
        {
            var claim = db.Plans.Where(DueWork.IsDue(StoredModel.Now)).OrderBy(p => p.NextDueAt).Take(500);
            const string byIndex = "(CommunityId=? AND NextDueAt<?)";
            var plan = await PlanOf(db, claim);
            Assert.Contains(byIndex, plan);
            Assert.DoesNotContain("TEMP B-TREE", plan); // in the order of the index, so that a batch reads no more than it takes
            Assert.Contains(byIndex, await PlanOf(db, new DueWork(db).Question(Work.CheckIns, StoredModel.Now)));
            return true;
        });
    }

    private static async Task<string> PlanOf<T>(MentorshipDb db, IQueryable<T> question)
    {
        var lines = question.ToQueryString().Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal));
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + Parameter().Replace(string.Join('\n', lines), "1");
        await using var steps = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await steps.ReadAsync()) plan.Add(steps.GetString(3));
        return string.Join('\n', plan);
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
