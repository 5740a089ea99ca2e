using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>A small community in a running host: one coordinator, and the mentors and newcomers that a test asks for.</summary>
public sealed class SampleCommunity
{
    private readonly ApiHost _host;
    private int _people;

    private SampleCommunity(ApiHost host, CommunityId id) => (_host, Id) = (host, id);

    public CommunityId Id { get; }

    public string Path => $"/api/v1/communities/{Id}";

    public Person Coordinator { get; private set; } = null!;

    public static async Task<SampleCommunity> In(ApiHost host)
    {
        var community = new Community("Riverside", "Europe/Dublin");
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentorshipDb>();
        db.Add(community);
        await db.SaveChangesAsync();
        var sample = new SampleCommunity(host, community.Id);
        sample.Coordinator = await sample.Join(Roles.Coordinator);
        return sample;
    }

    public Task<Person> Mentor(MentorOffer? offer = null, Profile? profile = null) =>
        Join(Roles.Mentor, offer ?? new MentorOffer { Kinds = Kinds.Sponsor, HasOwnMentor = true, ProgrammeWorked = true }, profile);

    public Task<Person> Newcomer(Profile? profile = null) => Join(Roles.Newcomer, profile: profile);

    /// <summary>A request that is open since now.</summary>
    public Task<RequestId> Request(Person newcomer, string pathway = "aa", RelationshipKind kind = RelationshipKind.Sponsor) =>
        _host.Inside(Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var request = new MentorRequest(Id, newcomer.Id, pathway, kind, Wishes.None, _host.Clock.Now);
            db.Add(request);
            await db.SaveChangesAsync();
            return request.Id;
        });

    /// <summary>A proposal for that request, as it stands before review.</summary>
    public Task<PairingId> Proposal(RequestId request, Person mentor) => _host.Inside(Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var pairing = new Pairing((await db.Requests.FindAsync(Id, request))!, mentor.Id, 0, "{}", _host.Clock.Now);
        db.Add(pairing);
        await db.SaveChangesAsync();
        return pairing.Id;
    });

    /// <summary>A proposal that was approved: the mentor is being asked.</summary>
    public Task<PairingId> ApprovedOffer(RequestId request, Person mentor) => _host.Inside(Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var asked = (await db.Requests.FindAsync(Id, request))!;
        var pairing = new Pairing(asked, mentor.Id, 0, "{}", _host.Clock.Now);
        asked.Offer();
        (await db.Members.FindAsync(Id, mentor.Id))!.TakePlace();
        pairing.Approve(0, Duration.FromHours(72), _host.Clock.Now);
        db.Add(pairing);
        await db.SaveChangesAsync();
        return pairing.Id;
    });

    private async Task<Person> Join(Roles roles, MentorOffer? offer = null, Profile? profile = null)
    {
        var account = AccountId.New();
        var email = $"marker-{roles}-{++_people}@people.example".ToLowerInvariant();
        var id = await _host.Inside(Id, async services =>
        {
            var member = new Member(Id, $"Marker{roles} {_people}.", roles, profile ?? Usual, _host.Clock.Now);
            member.Link(account);
            member.StateAdult(_host.Clock.Now);
            if (offer is not null)
            {
                member.OfferToMentor(offer, _host.Clock.Now);
                member.Vet(new LocalDate(2026, 1, 10));
            }
            var vault = services.GetRequiredService<IVault>();
            member.Reach(
                new ContactDetails(
                    await vault.Seal(member.Id, ContactDetails.EmailPlace, member.Id.Value, email, default),
                    await vault.Seal(member.Id, ContactDetails.PhonePlace, member.Id.Value, $"+1555000{_people:0000}", default)),
                vault.HashOfEmail(Id, email));
            var db = services.GetRequiredService<MentorshipDb>();
            db.Add(member);
            await db.SaveChangesAsync();
            return member.Id;
        });
        var client = _host.CreateClient();
        client.DefaultRequestHeaders.Add(SignedInByHeader.Header, account.ToString());
        return new Person(id, account, email, client);
    }

    private static Profile Usual => new()
    {
        Gender = "woman",
        BirthYear = 1985,
        Languages = ["en"],
        ZoneId = "Europe/Dublin",
        Availability = WeeklyAvailability.Parse("Mon 18:00-21:00; Sat 09:00-12:00"),
        Modes = MeetingModes.Phone | MeetingModes.Video,
        RecoverySince = new LocalDate(2020, 1, 1),
        Pathways = ["aa"],
    };
}

/// <summary>Somebody with a log-in, and the client that is signed in as them.</summary>
public sealed record Person(MemberId Id, AccountId Account, string Email, HttpClient Http);
