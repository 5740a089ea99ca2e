using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Progress;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Contract;

/// <summary>One pair at one stage, with everything that a route can name. A new route parameter needs its value in <see cref="Values"/>.</summary>
internal sealed partial class Scene
{
    private readonly ApiHost _host;
    private readonly Stage _stage;

    private Scene(ApiHost host, SampleCommunity community, Person mentor, Person newcomer, Stage stage)
    {
        (_host, Community, Mentor, Newcomer, _stage) = (host, community, mentor, newcomer, stage);
        Values = new()
        {
            ["community"] = community.Id.ToString(),
            ["request"] = NobodysId,
            ["pairing"] = NobodysId,
            ["allotment"] = NobodysId,
            ["plan"] = NobodysId,
            ["progress"] = NobodysId,
            ["line"] = NobodysId,
            ["goal"] = NobodysId,
            ["notice"] = NobodysId,
            ["checkIn"] = NobodysId,
            ["token"] = "none",
            ["question"] = "today",
            ["pathway"] = "aa",
            ["block"] = NobodysId,
            ["concern"] = NobodysId,
            ["member"] = newcomer.Id.ToString(),
            ["newcomer"] = newcomer.Id.ToString(),
            ["mentor"] = mentor.Id.ToString(),
            ["email"] = newcomer.Email,
        };
    }

    public static string NobodysId => "01929f3e-7c00-7000-8000-0000000000ff";

    public SampleCommunity Community { get; }

    public Person Mentor { get; }

    public Person Newcomer { get; }

    /// <summary>What stands for each parameter of a route.</summary>
    public Dictionary<string, string> Values { get; }

    public static async Task<Scene> At(Stage stage, ApiHost host, SampleCommunity community)
    {
        var scene = new Scene(host, community, await community.Mentor(), await community.Newcomer(), stage);
        await scene.Play();
        return scene;
    }

    /// <summary>The address of a route in this scene, seen from <paramref name="community"/>.</summary>
    public string AddressOf(string pattern, SampleCommunity community) => Parameter().Replace(pattern, match =>
    {
        var name = match.Groups["name"].Value;
        if (name == "community") return community.Id.ToString();
        return Values.TryGetValue(name, out var value) ? value : throw new InvalidOperationException($"Give Scene.Values something that stands for {{{name}}}.");
    });

    /// <summary>A row's body as JSON with this scene's values, or as the text that it is.</summary>
    public string? BodyOf(IRow row) => row.Body is null or string ? (string?)row.Body : Quoted().Replace(JsonSerializer.Serialize(row.Body, JsonSerializerOptions.Web),
        match => $"\"{Values[match.Groups["name"].Value]}\"");

    private async Task Play()
    {
        var request = await Community.Request(Newcomer);
        Values["request"] = request.ToString();
        Values["progress"] = (await _host.Send(new RecordProgress(As(Newcomer, Roles.Newcomer), "aa", new LocalDate(2026, 7, 1), null))).ToString();
        await _host.Send(new SetPersonalPlan(As(Newcomer, Roles.Newcomer), null, [new(null, PlanSection.WhatHelps, "A walk.")]));
        Values["line"] = (await _host.Send(new ReadPersonalPlan(As(Newcomer, Roles.Newcomer)))).View.Lines[0].Id.ToString();
        Values["allotment"] = (await _host.Send(new AllotMentors(As(Community.Coordinator, Roles.Coordinator), new()))).ToString();
        Values["block"] = (await _host.Send(new DeclareConflict(As(Community.Coordinator, Roles.Coordinator), Newcomer.Id, Community.Coordinator.Id))).ToString();
        Values["notice"] = await _host.Inside(Community.Id, async services =>
            (await services.GetRequiredService<MentorshipDb>().Notices.FirstAsync(n => n.Subject == request.Value)).Id.ToString());
        if (_stage == Stage.Asked) return;
        if (_stage == Stage.Proposed)
        {
            Values["pairing"] = (await Community.Proposal(request, Mentor)).ToString();
            return;
        }
        var pairing = await Community.ApprovedOffer(request, Mentor);
        Values["pairing"] = pairing.ToString();
        if (_stage >= Stage.AcceptedByMentor) await _host.Send(new AcceptPairing(As(Mentor, Roles.Mentor), pairing, null, ContactShare.Email));
        if (_stage >= Stage.Introduced) await _host.Send(new AcceptPairing(As(Newcomer, Roles.Newcomer), pairing, null, ContactShare.Phone));
        if (_stage == Stage.Introduced) Values["goal"] = (await _host.Send(new SetGoal(As(Mentor, Roles.Mentor), pairing, "Call on Tuesday."))).ToString();
        if (_stage >= Stage.Active) await _host.Send(new RecordFirstMeeting(As(Mentor, Roles.Mentor), pairing, null));
        if (_stage == Stage.Paused) await _host.Send(new PausePairing(As(Mentor, Roles.Mentor), pairing, null));
        if (_stage >= Stage.Introduced) await Ask(pairing);
    }

    private async Task Ask(PairingId pairing)
    {
        var checkIn = await _host.Inside(Community.Id, services => TakeDue(services, pairing));
        if (_stage < Stage.CheckInSent) return;
        Values["checkIn"] = checkIn.ToString();
        Values["token"] = await _host.Inside(Community.Id, services =>
            Task.FromResult(services.GetRequiredService<PublicLinks>().ToCheckIn(Community.Id, checkIn).Segments[^1]));
        if (_stage != Stage.CheckInAnswered) return;
        await _host.Send(new AnswerCheckIn(As(Newcomer, Roles.Newcomer), checkIn, [new("today", Choice: "good"), new("contact", Choice: "call-me")]));
        Values["concern"] = await _host.Inside(Community.Id, async services =>
            (await services.GetRequiredService<MentorshipDb>().Concerns.SingleAsync(c => c.Subject == checkIn.Value)).Id.ToString());
    }

    private async Task<CheckInId> TakeDue(IServiceProvider services, PairingId pairing)
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var plan = await db.Plans.FirstAsync(p => p.Pairing == pairing && p.Layer == Domain.Time.Layer.Weekly);
        Values["plan"] = plan.Id.ToString();
        if (_stage < Stage.CheckInSent) return default;
        var checkIn = plan.TakeDue(plan.NextDueAt!.Value).Single();
        db.Add(checkIn);
        await db.SaveChangesAsync();
        return checkIn.Id;
    }

    private Actor As(Person person, Roles role) => new(Community.Id, person.Id, role);

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"""\{(?<name>\w+)\}""")]
    private static partial Regex Quoted();
}
