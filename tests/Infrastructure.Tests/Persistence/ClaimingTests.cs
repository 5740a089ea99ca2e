using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class ClaimingTests
{
    private static readonly Instant Later = StoredModel.Now + Duration.FromDays(3);

    [PostgreSqlFact]
    public async Task Plans_that_one_holds_are_stepped_over_until_its_transaction_ends()
    {
        await using var model = await StoredModel.On(Engine.PostgreSql);
        var rows = await Rows.In(model, "Here");
        await model.Inside(rows.Community, (MentorshipDb db) =>
        {
            db.Add(new CheckInPlan(
                rows.Community, rows.Pairing, rows.Newcomer, Layer.Weekly, new(Rhythm.Parse("daily"), new LocalTime(9, 0), "Europe/Dublin"), StoredModel.Now));
            return db.SaveChangesAsync();
        });
        var other = await model.Inside(rows.Community, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var held = Assert.Single(await services.GetRequiredService<IPlanBook>().Due(Later, 1, default));
            var other = Assert.Single(await Due(model, rows));
            Assert.NotEqual(held.Id, other.Id);
            return other;
        });
        Assert.Equal(2, (await Due(model, rows)).Count);
        Assert.Contains(await Due(model, rows), plan => plan.Id == other.Id);
    }

    [Fact]
    public void Sql_server_is_told_so_beside_the_table()
    {
        using var db = Contexts.Of(Engine.SqlServer);
        var sql = Claiming.OnSqlServer(db.Plans.TagWith(Claiming.Tag).Where(DueWork.IsDue(Later)).OrderBy(p => p.NextDueAt).Take(5).ToQueryString());
        Assert.Contains("FROM [Plans] AS [p] WITH (UPDLOCK, READPAST, ROWLOCK)\nWHERE", sql.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<CheckInPlan>> Due(StoredModel model, Rows rows) =>
        model.Inside(rows.Community, services => services.GetRequiredService<IPlanBook>().Due(Later, 5, default));
}
