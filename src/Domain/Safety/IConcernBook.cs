using NodaTime;

namespace Mentorship.Domain.Safety;

/// <summary>The port for questions about concerns that more than one row answers.</summary>
public interface IConcernBook
{
    /// <summary>Those of this kind about the member that were raised after <paramref name="since"/>, open or closed.</summary>
    Task<IReadOnlyList<Concern>> Raised(ConcernKind kind, MemberId about, Instant since, CancellationToken cancellation);

    /// <summary>Those that these silences put on the coordinators' list, and that are open.</summary>
    Task<IReadOnlyList<Concern>> OpenOf(IReadOnlyCollection<SilenceId> silences, CancellationToken cancellation);

    /// <summary>
    /// Whether no call for contact of the member in this pairing was raised after <paramref name="since"/> and waits; one by a pulse, of which
    /// the coordinators alone were told, takes up none that <paramref name="tellsContact"/>. The member's row is then saved anew with what is
    /// saved next, so that of two calls at the same moment one starts again and finds the other.
    /// </summary>
    Task<bool> IsNewCall(MemberId about, PairingId pairing, bool tellsContact, Instant since, CancellationToken cancellation);
}
