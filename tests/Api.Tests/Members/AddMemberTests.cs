using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Members;

public sealed class AddMemberTests(SharedHost host) : IClassFixture<SharedHost>
{
    private static object Person(string email) => new { profile = Bodies.Profile, email, phone = "+353 1 555 0177" };

    [Fact]
    public async Task A_coordinator_adds_a_mentor_by_hand()
    {
        var community = await SampleCommunity.In(host);
        var offer = JsonSerializer.Serialize(Bodies.MentorOffer);
        var id = await Add(community, Person("marker-hand@people.example").With($$"""{"mentorOffer":{{offer}}}"""));
        var added = await community.Coordinator.Read($"{community.Path}/members/{id}");
        Assert.Equal("""["mentor"]""", added.GetProperty("roles").GetRawText());
        Assert.Equal((true, false), (added.GetProperty("adultStated").GetBoolean(), added.GetProperty("hasAccount").GetBoolean()));
        Assert.Equal(2, added.GetProperty("mentor").GetProperty("standing").GetProperty("capacity").GetInt32());
    }

    [Fact]
    public async Task A_newcomer_who_asks_by_hand_waits_since_the_day_they_asked_and_gets_no_note()
    {
        var community = await SampleCommunity.In(host);
        var wishes = """{"mentorGenders":["Woman"],"musts":["gender"]}""";
        var ask = $$"""{"pathway":"na","kind":"sponsor","requestedAt":"2026-10-01T10:00:00Z","wishes":{{wishes}}}""";
        var id = await Add(community, Person("marker-asks@people.example").With($$"""{"ask":{{ask}}}"""));
        var waiting = (await community.Coordinator.Items($"{community.Path}/requests")).Single();
        Assert.Equal((id, "na"), (waiting.GetProperty("newcomerId").GetGuid(), waiting.GetProperty("pathway").GetString()));
        Assert.Equal("2026-10-01T10:00:00Z", waiting.GetProperty("requestedAt").GetString());
        await host.Send(new Mentorship.Api.Features.Notices.SendNotices(Domain.Actor.System(community.Id), 100));
        Assert.Empty(host.Mail.To("marker-asks@people.example"));
    }

    [Fact]
    public async Task The_same_address_is_the_same_person_and_another_community_has_its_own()
    {
        var (community, elsewhere) = (await SampleCommunity.In(host), await SampleCommunity.In(host));
        await Add(community, Person("marker-twice@people.example"));
        await community.Coordinator.Post($"{community.Path}/members", Person(" Marker-Twice@people.example"))
            .Is(HttpStatusCode.Conflict, "member-known");
        await Add(elsewhere, Person("marker-twice@people.example"));
    }

    [Theory]
    [InlineData("""{"profile":null}""", "profile profile-needed")]
    [InlineData("""{"email":""}""", "email email-invalid")]
    [InlineData("""{"phone":"5"}""", "phone phone-invalid")]
    [InlineData("""{"mentorOffer":{"capacity":50,"kinds":["sponsor"]}}""", "mentorOffer.capacity capacity-range")]
    [InlineData("""{"ask":{"pathway":"xyz","kind":"sponsor"}}""", "ask.pathway pathway-unknown")]
    [InlineData("""{"ask":{"pathway":"aa","kind":"sponsor","requestedAt":"2036-10-01T10:00:00Z"}}""", "ask.requestedAt instant-range")]
    [InlineData("""{"ask":{"pathway":"aa","kind":"sponsor","wishes":{"ageFrom":3}}}""", "ask.wishes.ageFrom age-range")]
    public async Task A_field_that_is_not_valid_is_refused_alone_by_its_code(string changes, string refused)
    {
        var community = await SampleCommunity.In(host);
        Assert.Equal([refused],
            await community.Coordinator.Post($"{community.Path}/members", Person("marker@people.example").With(changes)).Errors());
    }

    [Fact]
    public async Task Rules_that_hold_for_who_asks_hold_for_who_is_added()
    {
        var community = await SampleCommunity.In(host);
        var path = $"{community.Path}/members";
        var ofNoAge = Person("marker-age@people.example").With($$"""{"profile":{{Bodies.Profile.With("""{"birthYear":null}""")}}}""");
        await community.Coordinator.Post(path, ofNoAge.With("""{"ask":{"pathway":"aa","kind":"sponsor"}}"""))
            .Is(HttpStatusCode.Conflict, "adult-not-stated");
        var ofNoKind = Person("marker-kind@people.example").With("""{"ask":{"pathway":"smart-recovery","kind":"sponsor"}}""");
        await community.Coordinator.Post(path, ofNoKind).Is(HttpStatusCode.Conflict, "kind-not-offered");
        Assert.Single(await community.Coordinator.Items($"{community.Path}/members"));
    }

    [Theory]
    [InlineData(18, null, HttpStatusCode.Conflict)]
    [InlineData(18, true, HttpStatusCode.Created)]
    [InlineData(19, null, HttpStatusCode.Created)]
    public async Task A_year_of_birth_states_an_adult_only_when_nobody_of_it_is_17(int yearsAgo, bool? stated, HttpStatusCode answer)
    {
        var community = await SampleCommunity.In(host);
        var born = host.Clock.Now.InUtc().Year - yearsAgo;
        var profile = Bodies.Profile.With(JsonSerializer.Serialize(new { birthYear = born, adultStated = stated }));
        var ask = Person("marker-young@people.example").With($$"""{"profile":{{profile}}}""")
            .With("""{"ask":{"pathway":"aa","kind":"sponsor"}}""");
        await community.Coordinator.Post($"{community.Path}/members", ask)
            .Is(answer, answer == HttpStatusCode.Conflict ? "adult-not-stated" : null);
    }

    private static async Task<Guid> Add(SampleCommunity community, object person)
    {
        var answer = await community.Coordinator.Post($"{community.Path}/members", person);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
