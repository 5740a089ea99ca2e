using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>One rung of one silence was taken; the two are its key, so that none is taken twice.</summary>
public sealed class RungTaken : Entity
{
    private RungTaken() { }

    internal RungTaken(Silence silence, RungCode rung, MemberId about, Instant now)
    {
        CommunityId = silence.CommunityId;
        (Silence, Rung, Told, At) = (silence.Id, rung, about, now);
    }

    public SilenceId Silence { get; private init; }
    public RungCode Rung { get; private init; }

    /// <summary>Who was told; where it was the coordinators, of whom.</summary>
    public MemberId Told { get; private set; }

    public Instant At { get; private set; }
}
