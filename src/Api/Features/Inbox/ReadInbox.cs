using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Inbox;

/// <summary>What the caller was told, oldest first: the inbox in the app is always on.</summary>
public sealed record ReadInbox(Actor Actor, Cursor After, int Limit) : IQuery<Page<InboxItem>>, IActed;

/// <param name="Id">The notice.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The id of the row that it is about: a pairing, a request or a check-in.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ReadAt">UTC; null while unread.</param>
public sealed record InboxItem(Guid Id, NoticeKind Kind, Guid Subject, Instant CreatedAt, Instant? ReadAt);

internal sealed class ReadInboxHandler(MentorshipDb db) : IRequestHandler<ReadInbox, Page<InboxItem>>
{
    public async Task<Page<InboxItem>> Handle(ReadInbox query, CancellationToken cancellation)
    {
        var rows = await db.Notices.AsNoTracking().Where(n => n.Recipient == query.Actor.Member && n.CreatedAt >= query.After.At)
            .OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Skip(query.After.Skip).Take(query.Limit + 1)
            .Select(n => new InboxItem(n.Id.Value, n.Kind, n.Subject, n.CreatedAt, n.ReadAt)).ToListAsync(cancellation);
        return Page.Of(rows, query.After, query.Limit, n => n.CreatedAt);
    }
}
