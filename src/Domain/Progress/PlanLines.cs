using Mentorship.Domain.CheckIns;
using NodaTime;

namespace Mentorship.Domain.Progress;

/// <summary>What may be done with the lines of a personal plan, which are sealed as one.</summary>
public static class PlanLines
{
    /// <summary>
    /// The lines as they are wanted, in that order. One that was there keeps who may see it, a new one is for its member alone, and what is
    /// not wanted is gone; <see cref="NotFound"/> for the id of none.
    /// </summary>
    public static IReadOnlyList<PlanLine> Set(this IReadOnlyList<PlanLine> lines, IEnumerable<WantedLine> wanted) =>
        [.. wanted.Select(w => w.Id is { } id ? lines.Get(id) with { Section = w.Section, Text = w.Text } : New(w))];

    public static IReadOnlyList<PlanLine> Show(this IReadOnlyList<PlanLine> lines, Guid id, Audience to, Instant now)
    {
        var shown = lines.Get(id) with { Shown = Shown.From(to, now) };
        return [.. lines.Select(line => line.Id == id ? shown : line)];
    }

    private static PlanLine Get(this IReadOnlyList<PlanLine> lines, Guid id) =>
        lines.FirstOrDefault(line => line.Id == id) ?? throw new NotFound("line");

    private static PlanLine New(WantedLine wanted) => new(Guid.CreateVersion7(), wanted.Section, wanted.Text, Shown.ToMeAlone);
}
