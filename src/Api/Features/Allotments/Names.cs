using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Allotments;

/// <summary>Under which names the community knows its members, and who made which request.</summary>
internal sealed record Names(IReadOnlyDictionary<MemberId, string> Members, IReadOnlyDictionary<RequestId, MemberId> Newcomers)
{
    public static async Task<Names> Of(MentorshipDb db, CancellationToken cancellation) => new(
        await db.Members.AsNoTracking().Select(m => new { m.Id, m.DisplayName })
            .ToDictionaryAsync(m => m.Id, m => m.DisplayName, cancellation),
        await db.Requests.AsNoTracking().Select(r => new { r.Id, r.Newcomer }).ToDictionaryAsync(r => r.Id, r => r.Newcomer, cancellation));

    /// <summary>Empty for somebody who has left.</summary>
    public string Of(MemberId member) => Members.GetValueOrDefault(member, "");

    public MemberId NewcomerOf(RequestId request) => Newcomers.GetValueOrDefault(request);
}
