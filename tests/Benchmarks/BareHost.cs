using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Pairings;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>What the service is held against: two endpoints on Kestrel that do the same EF work for anyone, in one fixed community, and nothing else.</summary>
internal sealed class BareHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BareHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<BareHost> Start(IReadOnlyDictionary<string, string> settings, CommunityId community)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IClock>(SystemClock.Instance).AddPersistence(builder.Configuration);
        var app = builder.Build();
        app.MapGet("/pairings/{id:guid}", (MentorshipDb db, CommunityScope scope, Guid id) => Read(db, Enter(scope, community), new(id)));
        app.MapPost("/check-ins/{id:guid}/answers", (MentorshipDb db, CommunityScope scope, Guid id, Body body) => Write(db, Enter(scope, community), new(id), body));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static CommunityId Enter(CommunityScope scope, CommunityId community)
    {
        scope.Enter(Actor.System(community));
        return community;
    }

    // The other's key is read too, as it is when contact details are shown; nothing is opened with it.
    private static async Task<IResult> Read(MentorshipDb db, CommunityId community, PairingId id)
    {
        if (await ReadPairingHandler.Query(db, id) is not { } row) return TypedResults.NotFound();
        var key = await db.MemberKeys.FindAsync(community, row.Pairing.Mentor);
        return TypedResults.Ok(new
        {
            Id = id.Value,
            row.MentorName,
            row.NewcomerName,
            row.Pairing.Pathway,
            Kind = row.Pairing.Kind.ToString(),
            State = row.Pairing.State.ToString(),
            IntroducedAt = row.Pairing.IntroducedAt?.ToDateTimeUtc(),
            row.Pairing.Version,
            Key = key?.Wrapped,
        });
    }

    private static async Task<NoContent> Write(MentorshipDb db, CommunityId community, CheckInId id, Body body)
    {
        var checkIn = (await db.CheckIns.FindAsync(community, id))!;
        await db.Pairings.FindAsync(community, checkIn.Pairing);
        await db.Communities.FindAsync(community); // its own questions are asked too
        await db.MemberKeys.FindAsync(community, checkIn.Member); // nothing is sealed with it
        foreach (var given in body.Answers)
        {
            var answer = new Answer(checkIn, given.Question, given.Audience);
            answer.Say(new Sealed(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(given)));
            db.Add(answer);
        }
        checkIn.Answered(SystemClock.Instance.GetCurrentInstant());
        await db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    internal sealed record Body(IReadOnlyList<GivenAnswer> Answers);
}
