using Mentorship.Domain;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class MemberVaultTests
{
    private const string Place = "Answers.Text";

    [EveryEngine]
    public async Task What_was_sealed_is_opened_in_another_piece_of_work(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var words = await model.Inside(rows.Community, services => Seal(services, rows.Newcomer, "first"));
        Assert.Equal("first", await model.Inside(rows.Community, services => Open(services, rows.Newcomer, words)));
    }

    [EveryEngine]
    public async Task Two_that_make_the_first_key_of_a_member_at_once_seal_with_the_one_that_is_stored(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var words = await model.Inside(rows.Community, async services =>
        {
            var (vault, db) = (services.GetRequiredService<IVault>(), services.GetRequiredService<MentorshipDb>());
            await vault.Seal(rows.Newcomer, Place, Guid.Empty, "mine", default);
            await model.Inside(rows.Community, others => Seal(others, rows.Newcomer, "theirs"));
            Assert.True(UniqueViolation.Is(await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync())));
            db.ChangeTracker.Clear(); // the use case runs again
            return await Seal(services, rows.Newcomer, "mine");
        });
        Assert.Equal("mine", await model.Inside(rows.Community, services => Open(services, rows.Newcomer, words)));
    }

    [EveryEngine]
    public async Task A_key_that_was_fetched_and_is_gone_since_seals_nothing_once_it_is_fetched_again(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var before = await model.Inside(rows.Community, services => Seal(services, rows.Newcomer, "before"));
        var words = await model.Inside(rows.Community, async services =>
        {
            var vault = services.GetRequiredService<IVault>();
            await vault.Fetch([rows.Newcomer], default);
            Assert.Equal("before", await Open(services, rows.Newcomer, before));
            await model.Inside(rows.Community, db => db.MemberKeys.Where(k => k.Member == rows.Newcomer).ExecuteDeleteAsync());
            await vault.Fetch([rows.Newcomer], default); // the use case runs again
            return await Seal(services, rows.Newcomer, "after");
        });
        Assert.Equal("after", await model.Inside(rows.Community, services => Open(services, rows.Newcomer, words)));
    }

    [EveryEngine]
    public async Task A_member_without_a_key_has_nothing_to_open(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        await Assert.ThrowsAsync<NotFound>(() => model.Inside(rows.Community, services => Open(services, rows.Newcomer, new Sealed((byte[])[1, 2]))));
    }

    private static async Task<Sealed> Seal(IServiceProvider services, MemberId owner, string text)
    {
        var value = await services.GetRequiredService<IVault>().Seal(owner, Place, Guid.Empty, text, default);
        await services.GetRequiredService<MentorshipDb>().SaveChangesAsync();
        return value;
    }

    private static Task<string> Open(IServiceProvider services, MemberId owner, Sealed value) =>
        services.GetRequiredService<IVault>().Open(owner, Place, Guid.Empty, value, default);
}
