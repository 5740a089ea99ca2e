using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Mentorship.Api.Tests.Pairings;

public sealed class LapseOffersTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task An_offer_that_cannot_lapse_stays_whole_and_the_others_lapse()
    {
        var community = await SampleCommunity.In(_host);
        var mentors = new[] { await community.Mentor(), await community.Mentor(), await community.Mentor() };
        foreach (var mentor in mentors)
        {
            await community.ApprovedOffer(await community.Request(await community.Newcomer()), mentor);
            _host.Clock.Advance(Duration.FromMinutes(1)); // they lapse in this order
        }
        _host.Clock.Advance(Duration.FromHours(73));

        Assert.Equal(2, await LapseWithout(community, mentors[1].Id));

        var states = await _host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Pairings.OrderBy(p => p.ProposedAt).Select(p => p.State).ToListAsync());
        Assert.Equal([PairingState.Lapsed, PairingState.Approved, PairingState.Lapsed], states);
    }

    public void Dispose() => _host.Dispose();

    private Task<int> LapseWithout(SampleCommunity community, MemberId lost) => _host.Inside(community.Id, async services =>
    {
        var book = services.GetRequiredService<IPairingBook>();
        var closures = new Closures(
            services.GetRequiredService<IStore<MentorRequest, RequestId>>(),
            new Without(services.GetRequiredService<IStore<Member, MemberId>>(), lost), book, services.GetRequiredService<ICheckInBook>(),
            services.GetRequiredService<Mentorship.Domain.CheckIns.Ladder.ISilenceBook>());
        var handler = new LapseOffersHandler(book, closures, _host.Clock, NullLogger<LapseOffersHandler>.Instance);
        var lapsed = await handler.Handle(new LapseOffers(Actor.System(community.Id), 500), default);
        await services.GetRequiredService<MentorshipDb>().SaveChangesAsync();
        return lapsed;
    });

    private sealed class Without(IStore<Member, MemberId> members, MemberId lost) : IStore<Member, MemberId>
    {
        public Task<Member> Get(MemberId id, CancellationToken cancellation) => id == lost ? throw new NotFound("member") : members.Get(id, cancellation);

        public void Add(Member entity) => members.Add(entity);
    }
}
