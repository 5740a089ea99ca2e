using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
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
/// <param name="RaisedAt">UTC.</param>
/// <param name="ClosedAt">UTC; null while it is open.</param>
public sealed record ReviewedConcern(
    Guid Id, int Version, ConcernKind Kind, Guid MemberId, string MemberName, Instant RaisedAt, Instant? ClosedAt);

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
        var page = await WithNames(chosen.Where(c => c.RaisedAt >= after.At)).ToPage(after, query.Limit, c => c.RaisedAt, cancellation);
        if (page.Next is { } next) return page with { Next = query.From.Of(next) };
        return !closed && await db.Concerns.AnyAsync(c => c.ClosedAt != null, cancellation) ? page with { Next = ConcernCursor.FirstClosed.Of("") } : page;
    }

    public async Task<Versioned<ReviewedConcern>> Handle(ConcernForReview query, CancellationToken cancellation)
    {
        var found = await WithNames(db.Concerns.Where(c => c.Id == query.Concern)).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("concern");
        return new(found, found.Version);
    }

    private IQueryable<ReviewedConcern> WithNames(IQueryable<Concern> concerns) =>
        from c in concerns.AsNoTracking()
        join m in db.Members on c.About equals m.Id
        orderby c.RaisedAt, c.Id
        select new ReviewedConcern(c.Id.Value, c.Version, c.Kind, m.Id.Value, m.DisplayName, c.RaisedAt, c.ClosedAt);
}
