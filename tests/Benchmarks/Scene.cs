using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.Accounts;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>A newcomer with a log-in: introduced, asked every day, and once already.</summary>
internal sealed record Caller(string Token, PairingId Pairing, PlanId Plan, CheckInId FirstCheckIn);

/// <summary>A community of introduced pairs; each has shared their e-mail address with the other.</summary>
internal sealed class Scene
{
    private const string Password = "seven grey geese fly over Tallinn";

    private static readonly Instant Now = SystemClock.Instance.GetCurrentInstant();
    private readonly ServiceHost _host;
    private readonly Community _community = new("Riverside", "Europe/Dublin");

    private Scene(ServiceHost host) => _host = host;

    public CommunityId Community => _community.Id;

    public string Path => $"/api/v1/communities/{Community}";

    public IReadOnlyList<Caller> Callers { get; private set; } = [];

    public static async Task<Scene> In(ServiceHost host, int pairs)
    {
        var scene = new Scene(host);
        await host.Inside(scene.Community, async (_, db) =>
        {
            db.Add(scene._community);
            return await db.SaveChangesAsync();
        });
        var callers = new List<Caller>();
        for (var number = 0; number < pairs; number++) callers.Add(await scene.Introduce(number));
        scene.Callers = callers;
        return scene;
    }

    /// <summary>Newcomers without a log-in, each with an address of their own, who are asked every day.</summary>
    public Task<int> AskEach(int people) => _host.Inside(Community, async (services, db) =>
    {
        var vault = services.GetRequiredService<IVault>();
        for (var number = 0; number < people; number++)
        {
            var newcomer = await Join(db, vault, Roles.Newcomer, $"asked{number}@people.example");
            db.Add(AskedDaily(Callers[0].Pairing, newcomer.Id));
        }
        return await db.SaveChangesAsync();
    });

    private async Task<Caller> Introduce(int number)
    {
        var email = $"newcomer{number}@people.example";
        var account = await _host.Send(new OpenAccount(email, Password));
        var (pairing, plan, checkIn) = await _host.Inside(Community, async (services, db) =>
        {
            var vault = services.GetRequiredService<IVault>();
            var mentor = await Join(db, vault, Roles.Mentor, $"mentor{number}@people.example");
            mentor.OfferToMentor(new MentorOffer { Kinds = Kinds.Sponsor, HasOwnMentor = true, ProgrammeWorked = true }, Now);
            mentor.TakePlace();
            var newcomer = await Join(db, vault, Roles.Newcomer, email);
            newcomer.Link(account);
            var pairing = Introduced(db, mentor, newcomer);
            var plan = AskedDaily(pairing.Id, newcomer.Id);
            var checkIn = plan.TakeDue(plan.NextDueAt!.Value)[0];
            db.AddRange(plan, checkIn);
            await db.SaveChangesAsync();
            return (pairing.Id, plan.Id, checkIn.Id);
        });
        return new Caller(await SignIn(email), pairing, plan, checkIn);
    }

    private CheckInPlan AskedDaily(PairingId pairing, MemberId newcomer) =>
        new(Community, pairing, newcomer, Layer.Daily, new PlanTimes(Rhythm.Parse("daily"), new LocalTime(9, 0), "Europe/Dublin"), Now);

    private async Task<Member> Join(MentorshipDb db, IVault vault, Roles roles, string email)
    {
        var member = new Member(Community, "Alex B.", roles, new Profile { ZoneId = "Europe/Dublin", Languages = ["en"], Pathways = ["aa"] }, Now);
        member.KeepQuiet(new(LocalTime.Midnight, LocalTime.Midnight)); // what is timed or killed is not to wait for the morning
        var contact = new ContactDetails(await vault.Seal(member.Id, ContactDetails.EmailPlace, member.Id.Value, email, default), null);
        member.Reach(contact, vault.HashOfEmail(Community, email));
        db.Add(member);
        return member;
    }

    private Pairing Introduced(MentorshipDb db, Member mentor, Member newcomer)
    {
        var request = new MentorRequest(Community, newcomer.Id, "aa", RelationshipKind.Sponsor, Wishes.None, Now);
        request.Offer();
        var pairing = new Pairing(request, mentor.Id, 0, "{}", Now);
        var window = Duration.FromHours(72);
        pairing.Approve(0, window, Now);
        pairing.Accept(mentor.Id, ContactShare.Email, Now);
        pairing.Accept(newcomer.Id, ContactShare.Email, Now);
        request.Match();
        db.AddRange(request, pairing);
        return pairing;
    }

    private async Task<string> SignIn(string email)
    {
        using var http = new HttpClient { BaseAddress = _host.Address };
        var answer = await http.PostAsJsonAsync("/api/v1/sessions", new { email, password = Password });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }
}
