using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Contract;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Http;

public sealed class VersionTests(OneCommunity world) : IClassFixture<OneCommunity>
{
    [Fact]
    public async Task The_ETag_of_a_read_is_the_If_Match_of_the_next_edit_and_of_that_one_only()
    {
        var (mentor, path) = await AnActivePair();
        var tag = (await mentor.Http.GetAsync(path)).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NoContent, (await Edit(mentor, $"{path}/pause", tag)).StatusCode);
        await (await Edit(mentor, $"{path}/resumption", tag)).Problem(HttpStatusCode.PreconditionFailed, "version-stale");
        var next = (await mentor.Http.GetAsync(path)).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NoContent, (await Edit(mentor, $"{path}/resumption", next)).StatusCode);
    }

    [Fact]
    public async Task An_edit_without_If_Match_is_428()
    {
        var (mentor, path) = await AnActivePair();
        await (await Edit(mentor, $"{path}/pause", null)).Problem(HttpStatusCode.PreconditionRequired, "version-needed");
    }

    [Theory]
    [InlineData("3")]
    [InlineData("\"marker-7f3a\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"99999999999\"")]
    [InlineData("\"1.0\", \"2.0\"")]
    [InlineData("W/\"0\"")]
    [InlineData("\"0.x\"")]
    [InlineData("\"0.\"")]
    [InlineData("\"00\"")]
    [InlineData("\"0.1f0c2e4d5a6b.x\"")]
    [InlineData("\"0.1F0C2E4D5A6B\"")]
    [InlineData("\"")]
    public async Task An_If_Match_that_is_no_version_of_ours_is_412(string tag)
    {
        var (mentor, path) = await AnActivePair();
        var problem = await (await Edit(mentor, $"{path}/pause", tag)).Problem(HttpStatusCode.PreconditionFailed, "version-stale");
        Assert.DoesNotContain("marker", problem.GetRawText());
    }

    [Fact]
    public async Task A_star_edits_whichever_version_is_there()
    {
        var (mentor, path) = await AnActivePair();
        Assert.Equal(HttpStatusCode.NoContent, (await Edit(mentor, $"{path}/pause", "*")).StatusCode);
    }

    [Fact]
    public async Task If_None_Match_answers_304_until_anything_that_is_shown_has_changed()
    {
        var (mentor, path) = await AnActivePair();
        var tag = (await mentor.Http.GetAsync(path)).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, (await Read(mentor, path, tag)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await Read(mentor, path, $"\"0\", W/{tag}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Read(mentor, path, "\"0\"")).StatusCode);

        var shown = await mentor.Http.GetFromJsonAsync<JsonElement>(path);
        await Rename(shown.GetProperty("otherName").GetString()!);
        var changed = await Read(mentor, path, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NoContent, (await Edit(mentor, $"{path}/pause", tag)).StatusCode); // the pairing itself has not
    }

    private async Task<(Person Mentor, string Path)> AnActivePair()
    {
        var scene = await Scene.At(Stage.Active, world.Host, world.Community);
        return (scene.Mentor, $"{world.Path}/pairings/{scene.Values["pairing"]}");
    }

    private Task<int> Rename(string name) => world.Host.Inside(world.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var member = await db.Members.FirstAsync(m => m.DisplayName == name);
        member.Describe("Another name", member.Profile);
        return await db.SaveChangesAsync();
    });

    private static Task<HttpResponseMessage> Read(Person person, string path, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return person.Http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Edit(Person person, string path, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return person.Http.SendAsync(request);
    }
}
