using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// At most five account mails of one cause to one address in an hour: more would be somebody filling another's mailbox. What strangers can ask for
/// is counted apart from what a community sends, so that no stranger uses up an invitation or the note of a member's new address.
/// </summary>
internal sealed class MailAllowance(AddressLookup lookup, IClock clock)
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private readonly Slowdown _strangers = Five(), _invitations = Five(), _changes = Five(), _members = Five();

    /// <summary>Whether one more may go that anybody can ask for. The caller answers alike either way.</summary>
    public bool Take(string address) => Take(_strangers, lookup.Of(address));

    public bool TakeInvitation(CommunityId community, string address) => Take(_invitations, $"{community} {lookup.Of(address)}");

    /// <summary>At most five an hour for one member too, whatever the addresses.</summary>
    public bool TakeChange(CommunityId community, MemberId member, string address) =>
        Take(_changes, $"{community} {lookup.Of(address)}") && Take(_members, member.ToString());

    private bool Take(Slowdown counted, string key) => counted.Take(key, clock.GetCurrentInstant()) is null;

    private static Slowdown Five() => new(free: 5, first: Hour, longest: Hour, memory: Hour);
}
