using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Matching;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Safety;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Pairings;

/// <summary>A block and an approval at the same moment: each is made to wait where it has looked and not yet saved, and the other goes first.</summary>
public class BlockMeetsApprovalTests
{
    [EveryEngine]
    public async Task An_approval_that_judged_before_the_block_was_saved_is_refused(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        using var host = new MeetingHost(engine, database.ConnectionString);
        var (community, pairing, declare) = await AProposal(host);
        host.Between = declare;

        Assert.Equal("separated", await new MatchingDoor(community).Approve(pairing.Value));

        await Stands(host, community, PairingState.Proposed);
    }

    [EveryEngine]
    public async Task A_block_that_looked_before_the_approval_was_saved_closes_the_offer(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        using var host = new MeetingHost(engine, database.ConnectionString);
        var (community, pairing, declare) = await AProposal(host);
        host.Between = async () => Assert.Null(await new MatchingDoor(community).Approve(pairing.Value));

        await declare();

        await Stands(host, community, PairingState.Declined);
    }

    private static async Task<(SampleCommunity Community, PairingId Pairing, Func<Task> Declare)> AProposal(ApiHost host)
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.Proposal(await community.Request(newcomer), mentor);
        return (community, pairing, Declare);

        async Task Declare()
        {
            var body = new { one = mentor.Id.Value, other = newcomer.Id.Value };
            var answer = await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/blocks/conflicts", body);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }
    }

    private static Task<bool> Stands(ApiHost host, SampleCommunity community, PairingState state) => host.Inside(community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        Assert.Equal(1, await db.Blocks.CountAsync());
        Assert.Equal(state, (await db.Pairings.SingleAsync()).State);
        Assert.Equal(0, (await db.Members.SingleAsync(m => m.Mentor != null)).Mentor!.PlacesHeld);
        return true;
    });

    private sealed class MeetingHost(Engine engine, string connection) : ApiHost(engine.ToString(), connection)
    {
        private Func<Task>? _between;

        /// <summary>Happens once, after the first of the two has looked.</summary>
        public Func<Task>? Between { set => _between = value; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services
                .AddScoped<IPairingBook>(scope => new Places(new PairingBook(scope.GetRequiredService<MentorshipDb>()), Meet))
                .AddScoped<IBlockBook>(scope => new Offers(new BlockBook(scope.GetRequiredService<MentorshipDb>()), Meet)));
        }

        private Task Meet() => Interlocked.Exchange(ref _between, null)?.Invoke() ?? Task.CompletedTask;
    }

    private sealed class Places(PairingBook book, Func<Task> meet) : IPairingBook
    {
        public async Task<IReadOnlyList<int>> TakenSlots(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation)
        {
            var taken = await book.TakenSlots(newcomer, pathway, kind, cancellation);
            await meet();
            return taken;
        }

        public Task<int> IntroducedSlots(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation) =>
            book.IntroducedSlots(newcomer, pathway, kind, cancellation);

        public Task<IReadOnlyList<Pairing>> ProposedFor(RequestId request, CancellationToken cancellation) => book.ProposedFor(request, cancellation);

        public Task<IReadOnlyList<Pairing>> PastEnd(Instant now, int take, CancellationToken cancellation) => book.PastEnd(now, take, cancellation);

        public Task<IReadOnlyList<Pairing>> PastAnswer(Instant now, int take, CancellationToken cancellation) => book.PastAnswer(now, take, cancellation);

        public void Hold(Pairing pairing) => book.Hold(pairing);

        public Task<IReadOnlyList<CheckInPlan>> RunningPlans(PairingId pairing, CancellationToken cancellation) => book.RunningPlans(pairing, cancellation);
    }

    private sealed class Offers(BlockBook book, Func<Task> meet) : IBlockBook
    {
        public async Task<IReadOnlyList<Pairing>> OffersBetween(MemberId one, MemberId other, CancellationToken cancellation)
        {
            var offers = await book.OffersBetween(one, other, cancellation);
            await meet();
            return offers;
        }

        public Task<IReadOnlyList<Pairing>> RunningBetween(MemberId one, MemberId other, CancellationToken cancellation) =>
            book.RunningBetween(one, other, cancellation);

        public Task<Block?> Find(MemberId by, MemberId against, BlockReason reason, CancellationToken cancellation) =>
            book.Find(by, against, reason, cancellation);

        public Task<bool> IsBetween(MemberId one, MemberId other, CancellationToken cancellation) => book.IsBetween(one, other, cancellation);

        public Task HoldBoth(MemberId one, MemberId other, CancellationToken cancellation) => book.HoldBoth(one, other, cancellation);

        public void Remove(Block block) => book.Remove(block);
    }
}
