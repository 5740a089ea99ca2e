using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>Seals under the member's own key, which is made at its first use and saved with what it sealed.</summary>
internal sealed class MemberVault(MentorshipDb db, CommunityScope scope, MasterKeys masters, Vault vault, LookupHash hash) : IVault
{
    private readonly Dictionary<MemberId, DataKey> _keys = [];
    private readonly LocalView<Member> _members = db.Members.Local;

    public async Task<Sealed> Seal(MemberId owner, string place, Guid row, string text, CancellationToken cancellation) =>
        vault.Seal(await KeyOf(owner, cancellation) ?? NewKey(owner), PlaceOf(place, row), text);

    public async Task<string> Open(MemberId owner, string place, Guid row, Sealed value, CancellationToken cancellation) =>
        vault.Open(await KeyOf(owner, cancellation) ?? throw new NotFound("key"), PlaceOf(place, row), value);

    public byte[] HashOfEmail(CommunityId community, string address) => hash.OfEmail(community.Value, address);

    private async Task<DataKey?> KeyOf(MemberId owner, CancellationToken cancellation)
    {
        if (await Stored(owner, cancellation) is not { } row) return null;
        if (!_keys.TryGetValue(owner, out var key)) _keys[owner] = key = masters.Unwrap(new WrappedKey(row.Wrapped), owner.Value);
        return key;
    }

    // A member who is only now being added has at most a key of this moment: an import of thousands must not ask the database for each.
    private async Task<MemberKey?> Stored(MemberId owner, CancellationToken cancellation) =>
        !_keys.ContainsKey(owner) && _members.FindEntryUntyped([scope.Community, owner])?.State == EntityState.Added
            ? null
            : await db.MemberKeys.FindAsync([scope.Community, owner], cancellation);

    private DataKey NewKey(MemberId owner)
    {
        var key = _keys[owner] = DataKey.New();
        db.Add(new MemberKey(scope.Community, owner, masters.Wrap(key, owner.Value).Bytes.ToArray()));
        return key;
    }

    private static SealedPlace PlaceOf(string place, Guid row) =>
        place.Split('.') is [var table, var column] ? new(table, column, row) : throw new ArgumentException("A place is Table.Column.", nameof(place));
}
