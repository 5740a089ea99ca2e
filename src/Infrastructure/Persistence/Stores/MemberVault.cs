using System.Security.Cryptography;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>Seals under the member's own key, which is made at its first use and saved with what it sealed.</summary>
internal sealed class MemberVault(MentorshipDb db, CommunityScope scope, MasterKeys masters, Vault vault, LookupHash hash) : IVault
{
    private readonly LocalView<Member> _members = db.Members.Local;
    private readonly Dictionary<MemberId, (WrappedKey Wrapped, DataKey Key)> _keys = [];
    private readonly Dictionary<MemberId, MemberKey> _fetched = []; // watched by nobody, for each save looks at all that is

    public async Task<Sealed> Seal(MemberId owner, string place, Guid row, string text, CancellationToken cancellation) =>
        vault.Seal(await KeyOf(owner, cancellation) ?? NewKey(owner), PlaceOf(place, row), text);

    public async Task<string> Open(MemberId owner, string place, Guid row, Sealed value, CancellationToken cancellation) =>
        vault.Open(await KeyOf(owner, cancellation) ?? throw new NotFound("key"), PlaceOf(place, row), value);

    /// <summary>What was sealed before an erasure does not open with a key that was made after it.</summary>
    public async Task<string?> TryOpen(MemberId owner, string place, Guid row, Sealed value, CancellationToken cancellation)
    {
        if (await KeyOf(owner, cancellation) is not { } key) return null;
        try
        {
            return vault.Open(key, PlaceOf(place, row), value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task Fetch(IReadOnlyCollection<MemberId> owners, CancellationToken cancellation)
    {
        var rows = await db.MemberKeys.AsNoTracking().Where(k => owners.Contains(k.Member)).ToListAsync(cancellation);
        foreach (var owner in owners) _fetched.Remove(owner); // it may be gone since
        foreach (var row in rows) _fetched[row.Member] = row;
    }

    public byte[] HashOfEmail(CommunityId community, string address) => hash.OfEmail(community.Value, address);

    public IReadOnlyList<byte[]> EachHashOfEmail(CommunityId community, string address) => hash.EachOfEmail(community.Value, address);

    public byte[] HashOfPhone(CommunityId community, string number) => hash.OfPhone(community.Value, number);

    public IReadOnlyList<byte[]> EachHashOfPhone(CommunityId community, string number) => hash.EachOfPhone(community.Value, number);

    private async Task<DataKey?> KeyOf(MemberId owner, CancellationToken cancellation)
    {
        if (await Stored(owner, cancellation) is not { } row) return null;
        var wrapped = new WrappedKey(row.Wrapped);
        if (_keys.TryGetValue(owner, out var known) && known.Wrapped == wrapped) return known.Key; // else another made the first key, and ours was never saved
        var key = masters.Unwrap(wrapped, owner.Value);
        _keys[owner] = (wrapped, key);
        return key;
    }

    // A member who is only now being added has at most a key of this moment: an import of thousands must not ask the database for each.
    private async Task<MemberKey?> Stored(MemberId owner, CancellationToken cancellation) => _fetched.GetValueOrDefault(owner) ?? (
        !_keys.ContainsKey(owner) && _members.FindEntryUntyped([scope.Community, owner])?.State == EntityState.Added
            ? null
            : await db.MemberKeys.FindAsync([scope.Community, owner], cancellation));

    private DataKey NewKey(MemberId owner)
    {
        var key = DataKey.New();
        var wrapped = masters.Wrap(key, owner.Value);
        _keys[owner] = (wrapped, key);
        db.Add(new MemberKey(scope.Community, owner, wrapped.Bytes.ToArray()));
        return key;
    }

    private static SealedPlace PlaceOf(string place, Guid row) =>
        place.Split('.') is [var table, var column] ? new(table, column, row) : throw new ArgumentException("A place is Table.Column.", nameof(place));
}
