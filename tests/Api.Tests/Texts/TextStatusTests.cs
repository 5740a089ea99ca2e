using System.Net;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Sms;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Texts;

/// <summary>What the gateway says of a text that it took, whom it is believed, and what it may be about.</summary>
public sealed class TextStatusTests : IAsyncLifetime
{
    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Fact]
    public async Task Each_text_says_where_to_tell_what_became_of_it_by_an_address_that_names_nobody()
    {
        await _host.AskedByText();
        Assert.Matches("^http://localhost/hooks/texts/[A-Za-z0-9_-]{64}$", Assert.Single(_host.Gateway.Statuses).AbsoluteUri);
    }

    [Theory]
    [InlineData("queued"), InlineData("sent"), InlineData("delivered"), InlineData("read"), InlineData("UNDELIVERED"), InlineData("")]
    public async Task A_text_that_is_on_its_way_or_has_arrived_stays_sent(string status)
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();

        await _host.CallBack(status);

        await ExpectUntouched(pair);
    }

    [Fact]
    public async Task The_same_said_again_and_a_yes_that_comes_after_it_change_nothing_more()
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();
        await _host.CallBack("undelivered", 30003);
        await pair.Deliver();

        foreach (var status in new[] { "undelivered", "failed", "sent", "delivered" }) await _host.CallBack(status, 30003);

        Assert.Equal(0, await pair.Deliver());
        Assert.Single(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));
        Assert.Equal(("sent", NoticeState.Dropped), (await pair.State(), (await Text(pair)).State));
        Assert.Equal(1, await In(pair, db => db.Audit.CountAsync(a => a.Code == "notice-came-back")));
    }

    [Theory]
    [InlineData(""), InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8="), InlineData("not base64")]
    public async Task What_the_gateway_has_not_signed_is_refused(string signature)
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();

        var answer = await _host.Post(_host.Gateway.Statuses[^1], TextsHost.StatusOf("undelivered", 30006), signature);

        await answer.Problem(HttpStatusCode.Forbidden, "signature-invalid");
        await ExpectUntouched(pair);
    }

    [Fact]
    public async Task What_was_signed_for_one_text_is_refused_for_another()
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();
        var fields = TextsHost.StatusOf("undelivered", 30006);
        var elsewhere = TwilioSignature.Of(TextsHost.Token, new Uri("http://localhost/hooks/texts/another"), fields);

        await (await _host.Post(_host.Gateway.Statuses[^1], fields, elsewhere)).Problem(HttpStatusCode.Forbidden, "signature-invalid");

        await ExpectUntouched(pair);
    }

    [Fact]
    public async Task Of_what_is_no_text_of_ours_the_gateway_is_thanked_and_nothing_changes()
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();
        var other = await SampleCommunity.In(_host);
        var (text, mail) = (await Text(pair), await Mail(pair));
        var links = _host.Services.GetRequiredService<PublicLinks>();
        Uri[] unknown =
        [
            new("http://localhost/hooks/texts/unknown"),
            links.ToText(pair.Community.Id, NoticeId.New()),
            links.ToText(CommunityId.New(), text.Id),
            links.ToText(other.Id, text.Id), // of another community
            links.ToText(pair.Community.Id, mail.Id),
            new($"http://localhost/hooks/texts/{links.ToStop(pair.Community.Id, pair.Newcomer.Id).Segments[^1]}"),
        ];

        foreach (var address in unknown)
            Assert.Equal(HttpStatusCode.NoContent, (await _host.Post(address, TextsHost.StatusOf("undelivered", 30006))).StatusCode);

        await ExpectUntouched(pair);
    }

    [Fact]
    public async Task The_log_says_the_code_and_not_whose_number_it_was()
    {
        var pair = await _host.AskedByText();
        await _host.CallBack("undelivered", 30005);
        var said = $"Notice {(await Text(pair)).Id} did not arrive, says who had taken it: 30005";
        Assert.Contains(_host.Log.All, line => line.Contains(said, StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log.All, line => line.Contains("5550000003", StringComparison.Ordinal));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _host.Gateway.DisposeAsync();
    }

    private async Task ExpectUntouched(IntroducedPair pair)
    {
        Assert.Equal(0, await pair.Deliver());
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));
        Assert.Equal(("sent", NoticeState.Sent), (await pair.State(), (await Text(pair)).State));
        Assert.True(await In(pair, db => db.Members.AnyAsync(m => m.Id == pair.Newcomer.Id && m.SmsNotices)));
    }

    private Task<Notice> Text(IntroducedPair pair) => In(pair, db => db.Notices.AsNoTracking().SingleAsync(n => n.Channel == Channel.Sms));

    private Task<Notice> Mail(IntroducedPair pair) => In(pair, db =>
        db.Notices.AsNoTracking().SingleAsync(n => n.Channel == Channel.Email && n.Kind == NoticeKind.CheckInDue));

    private Task<T> In<T>(IntroducedPair pair, Func<MentorshipDb, Task<T>> work) =>
        _host.Inside(pair.Community.Id, services => work(services.GetRequiredService<MentorshipDb>()));
}
