using System.Text.Json;
using Mentorship.Domain;
using Mentorship.Domain.Progress;

namespace Mentorship.Api.Features.Progress;

/// <summary>The marks on a pathway's work on their way into the vault and out of it, sealed as one.</summary>
internal static class SealedWork
{
    public static Task<Sealed> SealWork(this IVault vault, PathwayProgress progress, IReadOnlyList<WorkMark> marks, CancellationToken cancellation) =>
        vault.Seal(progress.Member, PathwayProgress.WorkPlace, progress.Id.Value, JsonSerializer.Serialize(marks), cancellation);

    public static async Task<IReadOnlyList<WorkMark>> OpenWork(this IVault vault, PathwayProgress progress, CancellationToken cancellation) =>
        progress.Work is { } kept
        && await vault.TryOpen(progress.Member, PathwayProgress.WorkPlace, progress.Id.Value, kept, cancellation) is { } text
            ? JsonSerializer.Deserialize<List<WorkMark>>(text)!
            : [];
}
