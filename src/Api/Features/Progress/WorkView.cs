using Mentorship.Domain.Communities;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Progress;
using Audience = Mentorship.Domain.CheckIns.Audience;

namespace Mentorship.Api.Features.Progress;

/// <param name="Kind">What the numbers are, such as steps or principles-and-steps.</param>
/// <param name="Count">How many belong to the first part.</param>
/// <param name="Items">Every number, those of a second part after those of the first.</param>
/// <param name="Audience">me, or mentor: whether the mentor may see it.</param>
public sealed record WorkView(WorkKind Kind, int Count, IReadOnlyList<WorkItem> Items, Audience Audience)
{
    /// <summary>Null on a pathway whose work is not numbered.</summary>
    internal static WorkView? Of(PathwayProgress progress, IReadOnlyList<WorkMark> marks, Policy policy)
    {
        var work = PathwayCatalogue.Current.Get(progress.Pathway).Work;
        var labels = policy.WorkLabels.GetValueOrDefault(progress.Pathway) ?? [];
        return work.Numbers == 0 ? null : new(
            work.Kind, work.Count,
            [.. Enumerable.Range(1, work.Numbers).Select(number => new WorkItem(
                number, labels.ElementAtOrDefault(number - 1) is { Length: > 0 } label ? label : null,
                marks.FirstOrDefault(m => m.Number == number)?.State))],
            progress.WorkShown.To);
    }

    public override string ToString() => nameof(WorkView);
}

/// <param name="Number">From 1.</param>
/// <param name="Label">The community's own; null where it has set none.</param>
/// <param name="State">working-on or done; null while it is not begun.</param>
public sealed record WorkItem(int Number, string? Label, WorkState? State);
