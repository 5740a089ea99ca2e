using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// At most five account mails to one address in an hour, whoever asks: more would be a stranger filling somebody's mailbox. And at most
/// five to other people's addresses for one member.
/// </summary>
internal sealed class MailAllowance(AddressLookup lookup, IClock clock)
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private readonly Slowdown _addresses = new(free: 5, first: Hour, longest: Hour, memory: Hour);
    private readonly Slowdown _members = new(free: 5, first: Hour, longest: Hour, memory: Hour);

    /// <summary>Whether one more may go. The caller answers alike either way.</summary>
    public bool Take(string address) => _addresses.Take(lookup.Of(address), clock.GetCurrentInstant()) is null;

    public bool TakeFor(MemberId member) => _members.Take(member.ToString(), clock.GetCurrentInstant()) is null;
}
