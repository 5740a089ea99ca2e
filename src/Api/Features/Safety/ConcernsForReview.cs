using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Safety;

/// <summary>
/// The coordinator's list: the pages of what is open come first, the longest raised before, then those of what is closed. A page holds
/// one or the other, so that nothing open is passed over when something is closed between two pages.
/// </summary>
public sealed record ConcernsForReview(Actor Actor, ConcernCursor From, int Limit) : IQuery<Page<ReviewedConcern>>, IActed;

/// <summary>One concern as a coordinator sees it.</summary>
public sealed record ConcernForReview(Actor Actor, ConcernId Concern) : IQuery<Versioned<ReviewedConcern>>, IActed;

/// <param name="Id">The concern.</param>
/// <param name="Version">The version that closing it must name in If-Match.</param>
/// <param name="Kind">help-asked-for, message-unread or gone-quiet.</param>
/// <param name="MemberId">Whom it is about.</param>
/// <param name="MemberName">Their display name.</param>
/// <param name="Contact">Whether their contact was told as well: unreachable when no way leads to them, and somebody else should call.</param>
/// <param name="RaisedAt">UTC.</param>
/// <param name="ClosedAt">UTC; null while it is open.</param>
public sealed record ReviewedConcern(
    Guid Id, int Version, ConcernKind Kind, Guid MemberId, string MemberName, ContactTold Contact, Instant RaisedAt, Instant? ClosedAt);

/// <summary>What became of the note to the contact of a member who asks to be called.</summary>
public enum ContactTold
{
    /// <summary>There is nobody to tell, or nothing that a contact is told.</summary>
    Nobody,
    Waiting,

    /// <summary>It was handed over to a mail server or a gateway; nobody knows whether it was read.</summary>
    Told,
    Unreachable,
}

/// <summary>Where a page of concerns goes on: among the open ones, or among the closed.</summary>
public readonly record struct ConcernCursor(bool Closed, Cursor After)
{
    private const string ClosedMark = "closed.";

    public static ConcernCursor FirstClosed => new(true, Cursor.Parse(null));

    /// <summary>The cursor of a query string; an unreadable one is <c>cursor-invalid</c>.</summary>
    public static ConcernCursor Parse(string? text) => text?.StartsWith(ClosedMark, StringComparison.Ordinal) == true
        ? new(true, Cursor.Parse(text[ClosedMark.Length..]))
        : new(false, Cursor.Parse(text));

    /// <summary>As <see cref="Parse"/> reads it, from the page's own <paramref name="next"/>.</summary>
    public string Of(string next) => Closed ? ClosedMark + next : next;
}

internal sealed class ConcernsForReviewHandler(MentorshipDb db)
    : IRequestHandler<ConcernsForReview, Page<ReviewedConcern>>, IRequestHandler<ConcernForReview, Versioned<ReviewedConcern>>
{
    public async Task<Page<ReviewedConcern>> Handle(ConcernsForReview query, CancellationToken cancellation)
    {
        var (closed, after) = query.From;
        var chosen = closed ? db.Concerns.Where(c => c.ClosedAt != null) : db.Concerns.Where(c => c.ClosedAt == null); // an index serves each
        var rows = await Read(chosen.After(after, c => c.RaisedAt, c => c.Id), query.Limit + 1, cancellation);
        var page = Page.Of(rows, query.Limit, c => new(c.RaisedAt, c.Id));
        if (page.Next is { } next) return page with { Next = query.From.Of(next) };
        return !closed && await db.Concerns.AnyAsync(c => c.ClosedAt != null, cancellation) ? page with { Next = ConcernCursor.FirstClosed.Of("") } : page;
    }

    public async Task<Versioned<ReviewedConcern>> Handle(ConcernForReview query, CancellationToken cancellation)
    {
        var found = await Read(db.Concerns.Where(c => c.Id == query.Concern), 1, cancellation);
        return found is [var one] ? new(one, one.Version) : throw new NotFound("concern");
    }

    private async Task<List<ReviewedConcern>> Read(IQueryable<Concern> concerns, int take, CancellationToken cancellation)
    {
        var rows = await (
            from c in concerns.AsNoTracking()
            join m in db.Members on c.About equals m.Id
            orderby c.RaisedAt, c.Id
            select new { Concern = c, m.DisplayName }).Take(take).ToListAsync(cancellation);
        var concerned = rows.Select(r => r.Concern.Id.Value).ToList();
        var calls = (await db.Notices.AsNoTracking().Where(n => n.Kind == NoticeKind.SomeoneAsksForContact && concerned.Contains(n.Subject))
            .Select(n => new { n.Subject, n.State }).ToListAsync(cancellation)).ToLookup(n => n.Subject, n => n.State);
        return [.. rows.Select(r => View(r.Concern, r.DisplayName, [.. calls[r.Concern.Id.Value]]))];
    }

    private static ReviewedConcern View(Concern c, string name, IReadOnlyList<NoticeState> calls) =>
        new(c.Id.Value, c.Version, c.Kind, c.About.Value, name, Told(calls), c.RaisedAt, c.ClosedAt);

    private static ContactTold Told(IReadOnlyList<NoticeState> calls) => calls switch
    {
        [] => ContactTold.Nobody,
        _ when calls.Contains(NoticeState.Sent) => ContactTold.Told,
        _ when calls.Contains(NoticeState.Waiting) => ContactTold.Waiting,
        _ => ContactTold.Unreachable,
    };
}
