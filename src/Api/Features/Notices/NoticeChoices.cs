using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Notices;

/// <summary>By which way a member is told: asked by themselves, or by a link that names them.</summary>
public sealed record NoticeChoices(Actor Actor, MemberId Member) : IQuery<ChosenNotices>, IActed;

/// <param name="Email">Whether notices go out by e-mail.</param>
/// <param name="Sms">Whether notices go to the member's telephone.</param>
/// <param name="Country">ISO 3166 country of the member's zone, for the lines to call; null when unknown.</param>
public sealed record ChosenNotices(bool Email, bool Sms, string? Country);

internal sealed class NoticeChoicesHandler(MentorshipDb db) : IRequestHandler<NoticeChoices, ChosenNotices>
{
    public async Task<ChosenNotices> Handle(NoticeChoices query, CancellationToken cancellation)
    {
        var found = await db.Members.AsNoTracking().Where(m => m.Id == query.Member)
            .Select(m => new { m.EmailNotices, m.SmsNotices, m.Profile.ZoneId }).FirstOrDefaultAsync(cancellation)
            ?? throw new NotFound("member");
        return new(found.EmailNotices, found.SmsNotices, Countries.OfZone(found.ZoneId));
    }
}
