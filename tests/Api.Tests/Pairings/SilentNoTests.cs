using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.Contract;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Pairings;

/// <summary>A no is not told by the time at which an offer closes, nor by anything else that the mentor can read or try.</summary>
public sealed partial class SilentNoTests(SharedHost host) : IClassFixture<SharedHost>
{
    private readonly Duration _window = Duration.FromHours(72);

    [Fact]
    public async Task To_the_mentor_a_newcomers_no_looks_like_silence_until_the_time_to_answer_is_over()
    {
        var offer = await MentorSaidYes();
        var seen = await Seen(offer);

        await SayNo(offer);

        Assert.Equal(seen, await Seen(offer));
        Assert.Equal("closed", (await offer.Newcomer.Read(offer.Path)).GetProperty("standing").GetString());
        Assert.Equal("awaiting-other", await Standing(offer));
        host.Clock.Advance(_window);
        Assert.Equal("awaiting-other", await Standing(offer));
        host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal("closed", await Standing(offer));
    }

    [Fact]
    public async Task Whatever_the_mentor_reads_or_tries_is_answered_alike_after_a_no_and_after_silence_and_when_the_time_is_over()
    {
        var (silent, told) = (await MentorSaidYes(), await MentorSaidYes());
        await SayNo(told);

        await BothAnswerAlike("not-your-turn");
        host.Clock.Advance(_window);
        await BothAnswerAlike("not-your-turn");
        host.Clock.Advance(Duration.FromSeconds(1));
        await BothAnswerAlike("offer-lapsed");
        await Lapse(silent);
        await Lapse(told);
        await BothAnswerAlike("pairing-wrong-state");

        async Task BothAnswerAlike(string code)
        {
            Assert.Equal(WithoutIds(await Seen(silent)), WithoutIds(await Seen(told)));
            var tried = await Tried(told);
            Assert.Equal(WithoutIds(await Tried(silent)), WithoutIds(tried));
            Assert.Equal(4, tried.Count(answer => AcceptsOrRefuses(answer) && answer.Contains(code, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_mail_that_still_waited_when_the_mentor_said_yes_comes_neither_after_a_no_nor_after_silence()
    {
        var (silent, told) = (await MentorSaidYes(), await MentorSaidYes());
        await SayNo(told);
        foreach (var offer in new[] { silent, told }) await host.Send(new SendNotices(Actor.System(offer.Community.Id), 500));

        Assert.Single(Offers(silent.Newcomer));
        Assert.Empty(Offers(silent.Mentor));
        Assert.Empty(Offers(told.Mentor));

        IEnumerable<string> Offers(Person person) =>
            host.Mail.To(person.Email).Where(mail => mail.Contains("There is a question for you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_mentors_place_is_held_as_long_as_silence_would_hold_it_and_the_newcomer_waits_again_at_once()
    {
        var offer = await MentorSaidYes(capacity: 1);
        await SayNo(offer);
        Assert.Contains(await offer.Community.Coordinator.Items($"{offer.Community.Path}/requests?state=open"),
            waiting => waiting.GetProperty("id").GetGuid() == offer.Request.Value);

        var next = await offer.Community.Proposal(await offer.Community.Request(await offer.Community.Newcomer()), offer.Mentor);
        var approval = $"{offer.Community.Path}/pairings/{next}/approval";
        await Lapse(offer);
        await offer.Community.Coordinator.Post(approval, ifMatch: "*").Is(HttpStatusCode.Conflict, "mentor-full");
        host.Clock.Advance(_window + Duration.FromSeconds(1));
        await Lapse(offer);
        await Lapse(offer); // a second time frees nothing more
        await offer.Community.Coordinator.Post(approval, ifMatch: "*").Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_change_of_policy_leaves_an_offer_that_is_out_as_long_as_it_had()
    {
        var offer = await MentorSaidYes(before: community => host.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            (await db.Communities.FindAsync(community.Id))!.Change(Policy.Default with { AnswerWindowHours = 1 });
            return await db.SaveChangesAsync();
        }));
        Assert.Equal((host.Clock.Now + _window).ToString(), (await offer.Newcomer.Read(offer.Path)).GetProperty("answerBy").GetString());
    }

    private sealed record Offer(SampleCommunity Community, Person Mentor, Person Newcomer, RequestId Request, PairingId Pairing)
    {
        public string Path => $"{Community.Path}/pairings/{Pairing}";
    }

    private async Task<Offer> MentorSaidYes(int capacity = 3, Func<SampleCommunity, Task>? before = null)
    {
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor(new() { Capacity = capacity, Kinds = Kinds.Sponsor, HasOwnMentor = true, ProgrammeWorked = true });
        var newcomer = await community.Newcomer();
        var request = await community.Request(newcomer);
        var offer = new Offer(community, mentor, newcomer, request, await community.ApprovedOffer(request, mentor));
        if (before is not null) await before(community);
        await mentor.Post($"{offer.Path}/acceptance", new { shareEmail = true, sharePhone = false }, "*").Is(HttpStatusCode.NoContent);
        return offer;
    }

    private static Task SayNo(Offer offer) => offer.Newcomer.Post($"{offer.Path}/refusal", ifMatch: "*").Is(HttpStatusCode.NoContent);

    private Task Lapse(Offer offer) => host.Send(new LapseOffers(Actor.System(offer.Community.Id), 500));

    private static async Task<string?> Standing(Offer offer) =>
        (await offer.Mentor.Items($"{offer.Community.Path}/pairings")).Single().GetProperty("standing").GetString();

    /// <summary>All that the mentor can look at: every GET of the API, with its headers.</summary>
    private static async Task<IReadOnlyList<string>> Seen(Offer offer)
    {
        var seen = new List<string>();
        foreach (var row in RouteTable.Rows.Where(r => r.Key.StartsWith("GET /api/", StringComparison.Ordinal)))
            seen.Add(await Answer(offer, row, ifMatch: null));
        Assert.True(seen.Count(answer => answer.Contains(" 200 ", StringComparison.Ordinal)) > 10);
        return seen;
    }

    /// <summary>Every step of a pairing, tried by the mentor without a version and with the one that they were shown.</summary>
    private static async Task<IReadOnlyList<string>> Tried(Offer offer)
    {
        var (shown, tried) = (await offer.Mentor.ETagOf(offer.Path), new List<string>());
        foreach (var row in RouteTable.Rows.Where(r => r.Key.Contains("/pairings/{pairing}/", StringComparison.Ordinal) && !r.Key.StartsWith("GET ", StringComparison.Ordinal)))
            foreach (var ifMatch in (string[])["*", shown])
                tried.Add(await Answer(offer, row, ifMatch));
        Assert.True(tried.Count > 20);
        return tried;
    }

    private static async Task<string> Answer(Offer offer, IRow row, string? ifMatch)
    {
        var (method, pattern) = (row.Key[..row.Key.IndexOf(' ')], row.Key[(row.Key.IndexOf(' ') + 1)..]);
        using var request = new HttpRequestMessage(new(method), Parameter().Replace(pattern, match => ValueOf(offer, match.Groups["name"].Value)));
        if (row.Body is not null && method != "GET") request.Content = JsonContent.Create(row.Body);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await offer.Mentor.Http.SendAsync(request);
        var headers = string.Join("; ", answer.Headers.Concat(answer.Content.Headers).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"));
        return $"{row.Key} {(int)answer.StatusCode} {headers}\n{await answer.Content.ReadAsStringAsync()}";
    }

    private static string ValueOf(Offer offer, string parameter) => parameter switch
    {
        "community" => offer.Community.Id.ToString(),
        "pairing" => offer.Pairing.ToString(),
        "request" => offer.Request.ToString(),
        "member" or "newcomer" => offer.Newcomer.Id.ToString(),
        "mentor" => offer.Mentor.Id.ToString(),
        "pathway" => PathwayCatalogue.Current.Get("aa").Id,
        _ => Scene.NobodysId,
    };

    private static bool AcceptsOrRefuses(string answer) => answer.Contains("/acceptance ", StringComparison.Ordinal) || answer.Contains("/refusal ", StringComparison.Ordinal);

    /// <summary>Two offers have ids, and so digests of bodies, of their own; of an entity tag the version is left.</summary>
    private static IEnumerable<string> WithoutIds(IEnumerable<string> answers) => answers.Select(a => OwnIds().Replace(a, "…"));

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\.)[0-9a-f]{12}(?="")|00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")]
    private static partial Regex OwnIds();
}
