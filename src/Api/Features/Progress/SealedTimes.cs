using System.Text.Json;
using System.Text.Json.Serialization;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Progress;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Features.Progress;

/// <summary>A member's time on its way into the vault and out of it, sealed whole.</summary>
internal static class SealedTimes
{
    private const int Step = 512;

    private static readonly JsonSerializerOptions Short = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>In long steps, so that the length at rest does not tell how many times there were before.</summary>
    public static Task<Sealed> SealTime(this IVault vault, PathwayProgress progress, TimeRecord time, CancellationToken cancellation)
    {
        var earlier = time.Earlier.Select(e => new Days(Text(e.From), Text(e.Until))).ToList();
        var kept = new Kept(Text(time.Since), time.Definition, earlier, time.Salt, time.Told, time.Shown.To, time.Shown.Since?.ToUnixTimeTicks());
        var text = JsonSerializer.Serialize(kept, Short);
        var padded = text.PadRight((text.Length / Step + 1) * Step);
        return vault.Seal(progress.Member, PathwayProgress.TimePlace, progress.Id.Value, padded, cancellation);
    }

    /// <summary>Null where none is kept, or where the member's key was erased. Who asks has made sure that the reader may see it.</summary>
    public static async Task<TimeRecord?> OpenTime(this IVault vault, PathwayProgress progress, CancellationToken cancellation)
    {
        if (progress.Time is not { } value) return null;
        if (await vault.TryOpen(progress.Member, PathwayProgress.TimePlace, progress.Id.Value, value, cancellation) is not { } text) return null;
        var kept = JsonSerializer.Deserialize<Kept>(text, Short)!;
        var earlier = kept.Earlier.Select(e => new EarlierTime(Date(e.From), Date(e.Until)));
        return new(Date(kept.Since), kept.Definition, [.. earlier], kept.Salt, kept.Told, new(kept.To, SinceOf(kept)));
    }

    private static Instant? SinceOf(Kept kept) => kept.ShownSince is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null;

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private sealed record Days(string From, string Until);

    private sealed record Kept(
        string Since, string? Definition, IReadOnlyList<Days> Earlier, Guid Salt, IReadOnlyList<Guid> Told, Audience To, long? ShownSince);
}
