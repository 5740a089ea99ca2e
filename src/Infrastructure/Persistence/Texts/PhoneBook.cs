using Mentorship.Domain;
using Mentorship.Infrastructure.Protection;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Texts;

/// <summary>
/// Who agreed to texts at a number, in whichever community: a text that comes in names none, and "STOP" means all of them. Answers ids
/// alone.
/// </summary>
internal sealed class PhoneBook(MentorshipDb db, LookupHash hash)
{
    public async Task<IReadOnlyList<TextedMember>> At(string number, CancellationToken cancellation)
    {
        var communities = await db.Communities.Select(c => c.Id).ToListAsync(cancellation);
        var found = new List<TextedMember>();
        foreach (var some in communities.SelectMany(c => hash.EachOfPhone(c.Value, number)).Chunk(500))
            found.AddRange(await db.Members.IgnoreQueryFilters([MentorshipDb.CommunityFilter])
                .Where(m => m.PhoneHash != null && some.Contains(m.PhoneHash))
                .Select(m => new TextedMember(m.CommunityId, m.Id, m.AccountId, m.SmsNotices)).ToListAsync(cancellation));
        return found;
    }
}
