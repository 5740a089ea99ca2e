using System.Reflection;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Privacy;

/// <summary>
/// The deny-list of words over whatever can leave. A mail hangs on its kind alone, a text on its kind and layer (SmsTextTests), a webhook's
/// message on what happened; no pathway is in any of them.
/// </summary>
public sealed class DenyListTests(DenyListTests.Links links) : IClassFixture<DenyListTests.Links>
{
    public static TheoryData<NoticeKind> Kinds => new(Enum.GetValues<NoticeKind>());

    [Theory, MemberData(nameof(Kinds))]
    public void A_mail_of_any_kind_with_its_own_links_tells_nothing(NoticeKind kind)
    {
        var notice = new Notice(CommunityId.New(), Guid.NewGuid(), new Telling(MemberId.New(), kind), Instant.FromUtc(2027, 3, 1, 12, 0));
        var text = NoticeText.For(kind);
        var (link, stop) = (links.Of.For(notice), links.Of.ToStop(notice.CommunityId, notice.Recipient));
        foreach (var one in new[] { text, text.AsPossibleRepeat() })
            Assert.Empty(TellingWords.FindIn($"{one.Subject}\n{one.Body(link)}\n{stop}"));
    }

    [Fact]
    public void No_code_that_a_webhook_is_told_does()
    {
        var told = (IEnumerable<string>)typeof(Webhook).GetField("Told", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        Assert.All(told, code => Assert.True(Webhook.Tells(code)));
        Assert.All(told, code => Assert.Empty(TellingWords.FindIn(code)));
    }

    public sealed class Links : IDisposable
    {
        private readonly ApiHost _host = new();

        internal PublicLinks Of => _host.Services.GetRequiredService<PublicLinks>();

        public void Dispose() => _host.Dispose();
    }
}
