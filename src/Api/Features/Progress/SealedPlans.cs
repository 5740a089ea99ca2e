using System.Text.Encodings.Web;
using System.Text.Json;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Progress;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>The lines of a personal plan on their way into the vault and out of it, sealed as one.</summary>
internal static class SealedPlans
{
    private static readonly JsonSerializerOptions Short = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is read by us alone
    };

    public static Task<Sealed> SealLines(this IVault vault, PersonalPlan plan, IReadOnlyList<PlanLine> lines, CancellationToken cancellation)
    {
        var kept = lines.Select(l => new Kept(l.Id, l.Section, l.Text, l.Shown.To, l.Shown.Since?.ToUnixTimeTicks()));
        return vault.Seal(plan.Member, PersonalPlan.LinesPlace, plan.Member.Value, JsonSerializer.Serialize(kept, Short), cancellation);
    }

    /// <summary>None where there is no plan, or where the member's key was erased. Who asks has made sure that the reader sees of them what they may.</summary>
    public static async Task<IReadOnlyList<PlanLine>> OpenLines(this IVault vault, PersonalPlan? plan, CancellationToken cancellation)
    {
        if (plan is null) return [];
        if (await vault.TryOpen(plan.Member, PersonalPlan.LinesPlace, plan.Member.Value, plan.Lines, cancellation) is not { } text) return [];
        return [.. JsonSerializer.Deserialize<List<Kept>>(text, Short)!.Select(k => new PlanLine(k.Id, k.Section, k.Text, new(k.To, SinceOf(k))))];
    }

    private static Instant? SinceOf(Kept kept) => kept.Since is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null;

    private sealed record Kept(Guid Id, PlanSection Section, string Text, Audience To, long? Since);
}
