using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>How long after it is due an occurrence may be answered before it is missed.</summary>
public static class Grace
{
    public static Duration Of(Layer layer) => layer switch
    {
        Layer.Daily => Duration.FromHours(12),
        Layer.Weekly => Duration.FromHours(48),
        Layer.Monthly => Duration.FromDays(7),
        Layer.Quarterly => Duration.FromDays(14),
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };
}
