namespace Mentorship.Domain.Matching.Solving;

/// <summary>Tells how far the work is, in whole percent, and stops it when it is cancelled.</summary>
internal sealed class Pace(IProgress<int>? progress, CancellationToken cancellation)
{
    private int _percent = -1;

    public void Check() => cancellation.ThrowIfCancellationRequested();

    public void At(int done, int of)
    {
        Check();
        var percent = (int)(100L * done / Math.Max(of, 1));
        if (percent > _percent) progress?.Report(_percent = percent);
    }
}
