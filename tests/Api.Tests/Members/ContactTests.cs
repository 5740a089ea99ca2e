using System.Net;
using System.Text;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Members;

public sealed class ContactTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task Contact_details_are_opened_for_their_owner()
    {
        var (community, me) = await ANewcomer();
        await me.Put($"{community.Path}/members/me/contact", new { email = $" {me.Email} ", phone = "00353 (1) 555-0177" })
            .Is(HttpStatusCode.NoContent);
        Assert.Equal((me.Email, "+35315550177", null), await ContactOf(me, community));
        await me.Put($"{community.Path}/members/me/contact", new { email = me.Email }).Is(HttpStatusCode.NoContent);
        Assert.Equal((me.Email, null, null), await ContactOf(me, community));
    }

    [Theory]
    [InlineData("""{"email":null}""", "email email-invalid")]
    [InlineData("""{"email":"nobody"}""", "email email-invalid")]
    [InlineData("""{"email":"a@b.example, c@d.example"}""", "email email-invalid")]
    [InlineData("""{"email":"Rosa <a@b.example>"}""", "email email-invalid")]
    [InlineData("""{"phone":"555 0177"}""", "phone phone-invalid")]
    [InlineData("""{"phone":"+353 1 555 0177 ext. 3"}""", "phone phone-invalid")]
    public async Task What_no_note_could_be_sent_to_is_refused_by_its_code(string changes, string refused)
    {
        var (community, me) = await ANewcomer();
        var body = new { email = "marker@people.example", phone = "+35315550177" };
        Assert.Equal([refused], await me.Put($"{community.Path}/members/me/contact", body.With(changes)).Errors());
    }

    [Fact]
    public async Task Neither_the_database_s_bytes_nor_the_log_hold_a_contact_detail()
    {
        var (community, me) = await ANewcomer();
        await me.Put($"{community.Path}/members/me/contact", new { email = "MarkerSealed@people.example", phone = "+15559998877" })
            .Is(HttpStatusCode.NoContent);
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile.With("""{"displayName":"MarkerVisible"}"""))
            .Is(HttpStatusCode.NoContent);

        var bytes = DatabaseBytes();
        Assert.True(Holds(bytes, "MarkerVisible"), "the search itself finds nothing");
        string[] secrets = ["MarkerSealed", "markersealed", "15559998877", "@people.example"];
        Assert.All(secrets, secret => Assert.False(Holds(bytes, secret), secret));
        string[] tellTales = ["marker", "5559998877"];
        Assert.DoesNotContain(host.Log.All, line => tellTales.Any(text => line.Contains(text, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task An_address_that_somebody_else_has_is_answered_like_any_other_and_does_not_make_two_people_one()
    {
        var (community, me) = await ANewcomer();
        var other = await community.Mentor();
        await me.Put($"{community.Path}/members/me/contact", new { email = other.Email }).Is(HttpStatusCode.NoContent);
        Assert.Equal([other.Id], await KnownBy(community, other.Email));
        Assert.Equal([me.Id], await KnownBy(community, me.Email));
    }

    [Fact]
    public async Task Lists_know_a_member_by_a_new_address_once_it_is_the_one_of_their_account()
    {
        var community = await SampleCommunity.In(host);
        var account = await host.Send(new OpenAccount("marker-own@people.example", "three lanterns by the river"));
        var me = await Bodies.WithAccount(host, community, account);
        await me.Put($"{community.Path}/members/me/contact", new { email = "marker-else@people.example" }).Is(HttpStatusCode.NoContent);
        Assert.Empty(await KnownBy(community, "marker-else@people.example"));
        await me.Put($"{community.Path}/members/me/contact", new { email = "Marker-Own@people.example" }).Is(HttpStatusCode.NoContent);
        Assert.Equal([me.Id], await KnownBy(community, "marker-own@people.example"));
        Assert.Equal(("Marker-Own@people.example", null, null), await ContactOf(me, community));
    }

    private Task<List<MemberId>> KnownBy(SampleCommunity community, string address) => host.Inside(community.Id, services =>
    {
        var hash = services.GetRequiredService<IVault>().HashOfEmail(community.Id, address);
        return services.GetRequiredService<MentorshipDb>().Members.Where(m => m.EmailHash == hash).Select(m => m.Id).ToListAsync();
    });

    private async Task<(SampleCommunity Community, Person Me)> ANewcomer()
    {
        var community = await SampleCommunity.In(host);
        return (community, await community.Newcomer());
    }

    private byte[] DatabaseBytes()
    {
        using var scope = host.Services.CreateScope();
        var connection = scope.ServiceProvider.GetRequiredService<MentorshipDb>().Database.GetConnectionString();
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        return [.. new[] { file, file + "-wal" }.Where(File.Exists).SelectMany(Bytes)];
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static async Task<(string? Email, string? Phone, string? Unconfirmed)> ContactOf(Person me, SampleCommunity community)
    {
        var contact = (await me.Read($"{community.Path}/members/me")).GetProperty("contact");
        return (contact.GetProperty("email").GetString(), contact.GetProperty("phone").GetString(), contact.GetProperty("unconfirmedEmail").GetString());
    }
}
