using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Members;

public sealed class AddressChangeTests : IDisposable
{
    private const string New = "marker-new@people.example";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task Notes_go_to_a_new_address_once_its_mailbox_has_said_yes_and_the_old_one_is_told()
    {
        var (community, me) = await ANewcomer();
        var link = await Ask(community, me, New);
        Assert.Equal((me.Email, New), await ContactOf(community, me));
        Assert.Equal(0, MailsTo(me.Email));

        Assert.Equal(HttpStatusCode.OK, (await _host.CreateClient().GetAsync(link)).StatusCode); // a scanner looks
        Assert.Equal((me.Email, New), await ContactOf(community, me));

        var page = await _host.CreateClient().PostAsync(link, null);
        Assert.Contains("Thank you", await page.Content.ReadAsStringAsync());
        Assert.Equal((New, null), await ContactOf(community, me));
        await _host.Send(new SendAccountMail());
        Assert.Equal("/sign-in", _host.Mail.LinkTo(me.Email));
        Assert.DoesNotContain(New, Assert.Single(_host.Mail.To(me.Email)));
    }

    [Fact]
    public async Task Lists_know_a_member_by_a_confirmed_address_unless_they_know_somebody_else_by_it()
    {
        var (community, me) = await ANewcomer();
        await Confirm(await Ask(community, me, New)).Is(HttpStatusCode.NoContent);
        Assert.Equal([me.Id], await KnownBy(community, New));
        var other = await community.Mentor();
        await Confirm(await Ask(community, other, New)).Is(HttpStatusCode.NoContent);
        Assert.Equal([me.Id], await KnownBy(community, New));
        Assert.Equal([other.Id], await KnownBy(community, other.Email));
        Assert.Equal((New, null), await ContactOf(community, other));
    }

    [Fact]
    public async Task A_link_works_once_for_a_day_and_only_the_latest_does()
    {
        var (community, me) = await ANewcomer();
        var first = await Ask(community, me, New);
        var second = await Ask(community, me, "marker-second@people.example");
        await Confirm(first).Is(HttpStatusCode.Conflict, "link-not-valid");
        await Confirm(second).Is(HttpStatusCode.NoContent);
        await Confirm(second).Is(HttpStatusCode.Conflict, "link-not-valid");
        await Confirm("/address/none").Is(HttpStatusCode.Conflict, "link-not-valid");

        var late = await Ask(community, me, New);
        _host.Clock.Advance(AddressChange.Life);
        await Confirm(late).Is(HttpStatusCode.Conflict, "link-not-valid");
        Assert.Equal(("marker-second@people.example", null), await ContactOf(community, me));
        _host.Clock.Advance(Duration.FromSeconds(1));
        await _host.Send(new ForgetExpired());
        Assert.Equal(0, await _host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Set<AddressChange>().CountAsync()));
    }

    [Fact]
    public async Task Who_sets_the_address_of_before_again_takes_the_change_back()
    {
        var (community, me) = await ANewcomer();
        var link = await Ask(community, me, New);
        await Put(community, me, me.Email.ToUpperInvariant());
        Assert.Equal((me.Email, null), await ContactOf(community, me));
        await Confirm(link).Is(HttpStatusCode.Conflict, "link-not-valid");
    }

    [Fact]
    public async Task No_member_can_have_notes_sent_to_many_strangers()
    {
        var (community, me) = await ANewcomer();
        for (var i = 0; i < 9; i++) await Put(community, me, $"stranger-{i}@people.example");
        await _host.Send(new SendAccountMail());
        Assert.Equal(5, Enumerable.Range(0, 9).Sum(i => MailsTo($"stranger-{i}@people.example")));
    }

    public void Dispose() => _host.Dispose();

    private async Task<(SampleCommunity Community, Person Me)> ANewcomer()
    {
        var community = await SampleCommunity.In(_host);
        return (community, await community.Newcomer());
    }

    private async Task<string> Ask(SampleCommunity community, Person me, string address)
    {
        await Put(community, me, address);
        await _host.Send(new SendAccountMail());
        return _host.Mail.LinkTo(address);
    }

    private static Task Put(SampleCommunity community, Person me, string address) =>
        me.Put($"{community.Path}/members/me/contact", new { email = address }).Is(HttpStatusCode.NoContent);

    private Task<HttpResponseMessage> Confirm(string link) =>
        _host.CreateClient().PostAsJsonAsync("/api/v1/accounts/contact-confirmation", new { token = link.Split('/')[^1] });

    private int MailsTo(string address) => _host.Mail.To(address).Count;

    private static async Task<(string? Email, string? Unconfirmed)> ContactOf(SampleCommunity community, Person me)
    {
        var contact = (await me.Read($"{community.Path}/members/me")).GetProperty("contact");
        return (contact.GetProperty("email").GetString(), contact.GetProperty("unconfirmedEmail").GetString());
    }

    private Task<List<MemberId>> KnownBy(SampleCommunity community, string address) => _host.Inside(community.Id, services =>
    {
        var hash = services.GetRequiredService<IVault>().HashOfEmail(community.Id, address);
        return services.GetRequiredService<MentorshipDb>().Members.Where(m => m.EmailHash == hash).Select(m => m.Id).ToListAsync();
    });
}
