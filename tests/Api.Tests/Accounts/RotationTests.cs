using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Mentorship.Api.Hosting;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Imports;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Accounts;

/// <summary>One database that is started again and again with another ring of master keys, as an operator rotates them.</summary>
public sealed class RotationTests : IDisposable
{
    private static readonly string Old = Key("old", 1), New = Key("new", 2);
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-test-").FullName;
    private readonly string _address = AccountHost.NewAddress();
    private string _path = "";
    private AccountId _coordinator;

    [Fact]
    public async Task With_a_new_key_in_front_nobody_is_lost_and_after_the_rotation_the_old_one_can_go()
    {
        await Begin();
        using (var both = With(New, Old))
        {
            await IsKnown(both);
            Assert.Equal(0, await Rotate(both));
            await IsKnown(both);
        }
        using var alone = With(New);
        await IsKnown(alone);
    }

    [Fact]
    public async Task Who_is_signed_in_on_a_page_stays_so_when_the_old_key_goes()
    {
        await Begin();
        string cookie;
        using (var before = With(Old)) cookie = await CookieOf(before);
        using (var both = With(New, Old)) await Rotate(both);
        using var alone = With(New);
        Assert.Equal(HttpStatusCode.NotFound, await PageWith(cookie, alone)); // let through to a page that is not there
        Assert.Equal(HttpStatusCode.Redirect, await PageWith("__Host-session=none", alone));
    }

    [Fact]
    public async Task Without_the_rotation_the_old_key_cannot_go()
    {
        await Begin();
        using var alone = With(New);
        Assert.Equal("1 1 0 0 0", await Import(alone)); // a second person for the same address
        Assert.Equal(HttpStatusCode.Unauthorized, (await alone.TrySignIn(_address, AccountHost.Password)).StatusCode);
    }

    [Fact]
    public async Task A_second_run_finds_everything_done_and_changes_no_row()
    {
        await Begin();
        using var both = With(New, Old);
        await Rotate(both);
        var before = await Rows(both);
        await Rotate(both);
        Assert.Equal(before, await Rows(both));
    }

    [Fact]
    public async Task Who_is_known_by_an_address_that_is_no_longer_kept_is_still_found_by_both_keys()
    {
        await Begin();
        using var both = With(New, Old);
        var old = await Only(both);
        await both.Inside(old.CommunityId, async services =>
        {
            var vault = services.GetRequiredService<IVault>();
            var db = services.GetRequiredService<MentorshipDb>();
            var member = await db.Members.SingleAsync(m => m.Id == old.Id);
            var elsewhere = await vault.Seal(member.Id, ContactDetails.EmailPlace, member.Id.Value, "elsewhere@people.example", default);
            member.Reach(new ContactDetails(elsewhere, null), member.EmailHash);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(0, await Rotate(both));
        Assert.Equal(old.EmailHash, (await Only(both)).EmailHash);
        Assert.StartsWith("1 0", await Import(both));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task Begin()
    {
        using var host = With(Old);
        var community = await SampleCommunity.In(host);
        (_path, _coordinator) = (community.Path, community.Coordinator.Account);
        Assert.Equal("1 1 0 0 0", await Import(host));
        await host.Open(_address);
    }

    private async Task IsKnown(AccountHost host)
    {
        Assert.Equal("1 0 0 1 0", await Import(host));
        await host.SignIn(_address);
        var member = await Only(host);
        Assert.Equal(_address, await host.Inside(member.CommunityId, services =>
            services.GetRequiredService<IVault>().Open(member.Id, ContactDetails.EmailPlace, member.Id.Value, member.Contact.Email!.Value, default)));
    }

    private async Task<string> Import(AccountHost host)
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add(SignedInByHeader.Header, _coordinator.ToString());
        var sheet = new StringContent(Samples.MentorSheet(["email", _address]), Encoding.UTF8, "text/csv");
        var report = await (await client.PostAsync($"{_path}/imports/mentors?dryRun=false", sheet)).Content.ReadFromJsonAsync<JsonElement>();
        return string.Join(' ', new[] { "rows", "added", "changed", "unchanged", "skipped" }.Select(name => report.GetProperty(name).GetInt32()));
    }

    private async Task<string> CookieOf(AccountHost host)
    {
        var answer = await host.Caller().GetAsync($"/test/sign-in?email={_address}&password={Uri.EscapeDataString(AccountHost.Password)}");
        return Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    private static async Task<HttpStatusCode> PageWith(string cookie, AccountHost host)
    {
        var client = host.Caller();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await client.GetAsync("/some/page")).StatusCode;
    }

    private static Task<int> Rotate(AccountHost host) => host.Services.RunCommand("rotate-keys", new ConfigurationBuilder().Build());

    private static Task<Member> Only(AccountHost host) => host.Read(db => db.Members.AsNoTracking()
        .IgnoreQueryFilters([MentorshipDb.CommunityFilter]).SingleAsync(m => m.Roles == Roles.Mentor));

    private static async Task<string> Rows(AccountHost host) => JsonSerializer.Serialize(await host.Read(async db => new object[]
    {
        await db.Members.AsNoTracking().IgnoreQueryFilters([MentorshipDb.CommunityFilter]).OrderBy(m => m.Id).Select(m => new { m.Version, m.EmailHash }).ToListAsync(),
        await db.MemberKeys.AsNoTracking().IgnoreQueryFilters([MentorshipDb.CommunityFilter]).OrderBy(k => k.Member).Select(k => k.Wrapped).ToListAsync(),
        await db.Set<DataProtectionKey>().AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToListAsync(),
        (await db.Users.AsNoTracking().ToListAsync()).Select(u => new { u.NormalizedEmail, Address = u.Address.Bytes.ToArray() }).ToList(),
    }));

    private AccountHost With(params string[] keys)
    {
        var file = Path.Combine(_folder, $"master-keys-{keys.Length}{keys[0][..3]}");
        File.WriteAllLines(file, keys);
        return new AccountHost(new() { ["Protection:MasterKeyFile"] = file }, connection: $"Data Source={Path.Combine(_folder, "test.db")}");
    }

    private static string Key(string id, byte fill) => $"{id} {Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray())}";
}
