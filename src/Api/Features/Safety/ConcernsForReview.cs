using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Safety;

/// <summary>
/// The coordinator's list: the pages of what is open come first, the longest raised before, then those of what is closed. A page holds
/// one or the other, so that nothing open is passed over when something is closed between two pages. What is about somebody between whom and
/// the caller a block stands is left out.
/// </summary>
public sealed record ConcernsForReview(Actor Actor, ConcernCursor From, int Limit) : IQuery<Page<ReviewedConcern>>, IActed;

/// <summary>One concern as a coordinator sees it.</summary>
public sealed record ConcernForReview(Actor Actor, ConcernId Concern) : IQuery<Versioned<ReviewedConcern>>, IActed;

/// <summary>How many of them are open.</summary>
public sealed record OpenConcerns(Actor Actor) : IQuery<int>, IActed;

/// <param name="Id">The concern.</param>
/// <param name="Version">The version that closing it must name in If-Match.</param>
/// <param name="Kind">help-asked-for, message-unread, gone-quiet or contact-unreachable.</param>
/// <param name="MemberId">Whom it is about.</param>
/// <param name="MemberName">Their display name.</param>
/// <param name="Contact">Whether their contact was told as well: unreachable when no way leads to them, and somebody else should call.</param>
/// <param name="CoordinatorsTold">
/// Whether a coordinator was told when it was raised; false where there was none, or none but the member and who must not hear of them: then
/// whoever reads it is the first to know.
/// </param>
/// <param name="Over">Of gone-quiet, why there is nothing to look after any more, which closes it; null before, and where a coordinator closed it first.</param>
/// <param name="RaisedAt">UTC.</param>
/// <param name="ClosedAt">UTC; null while it is open.</param>
public sealed record ReviewedConcern(
    Guid Id, int Version, ConcernKind Kind, Guid MemberId, string MemberName, ContactTold Contact, bool CoordinatorsTold, QuietOver? Over,
    Instant RaisedAt, Instant? ClosedAt);

/// <summary>Why somebody is no longer gone quiet; not by what they showed it, for that was told to nobody.</summary>
public enum QuietOver
{
    HeardFrom,

    /// <summary>A pause, a day off, or the end of plan or pairing.</summary>
    AtRest,
}

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
    : IRequestHandler<ConcernsForReview, Page<ReviewedConcern>>, IRequestHandler<ConcernForReview, Versioned<ReviewedConcern>>,
        IRequestHandler<OpenConcerns, int>
{
    public async Task<Page<ReviewedConcern>> Handle(ConcernsForReview query, CancellationToken cancellation)
    {
        var (closed, after) = query.From;
        var own = await Readable(query.Actor, cancellation);
        var chosen = closed ? own.Where(c => c.ClosedAt != null) : own.Where(c => c.ClosedAt == null); // an index serves each
        var rows = await Read(chosen.After(after, c => c.RaisedAt, c => c.Id), query.Limit + 1, cancellation);
        var page = Page.Of(rows, query.Limit, c => new(c.RaisedAt, c.Id));
        if (page.Next is { } next) return page with { Next = query.From.Of(next) };
        return !closed && await own.AnyAsync(c => c.ClosedAt != null, cancellation) ? page with { Next = ConcernCursor.FirstClosed.Of("") } : page;
    }

    public async Task<Versioned<ReviewedConcern>> Handle(ConcernForReview query, CancellationToken cancellation)
    {
        var found = await Read((await Readable(query.Actor, cancellation)).Where(c => c.Id == query.Concern), 1, cancellation);
        return found is [var one] ? new(one, one.Version) : throw new NotFound("concern");
    }

    public async Task<int> Handle(OpenConcerns query, CancellationToken cancellation) =>
        await (await Readable(query.Actor, cancellation)).CountAsync(c => c.ClosedAt == null, cancellation);

    private async Task<IQueryable<Concern>> Readable(Actor reader, CancellationToken cancellation)
    {
        var apart = await db.KeptFrom(reader.Member, cancellation);
        return db.Concerns.Where(c => !apart.Contains(c.About));
    }

    private async Task<List<ReviewedConcern>> Read(IQueryable<Concern> concerns, int take, CancellationToken cancellation)
    {
        var rows = await (
            from c in concerns.AsNoTracking()
            join m in db.Members on c.About equals m.Id
            orderby c.RaisedAt, c.Id
            select new { Concern = c, m.DisplayName }).Take(take).ToListAsync(cancellation);
        var concerned = rows.Select(r => r.Concern.Id.Value).ToList();
        var told = (await db.Notices.AsNoTracking().Where(n => concerned.Contains(n.Subject) && Tellings.Contains(n.Kind))
            .Select(n => new Told(n.Subject, n.Kind, n.State)).ToListAsync(cancellation)).ToLookup(n => n.Concern);
        var over = await Over([.. rows.Where(r => r.Concern.Kind == ConcernKind.GoneQuiet).Select(r => new SilenceId(r.Concern.Subject))], cancellation);
        return [.. rows.Select(r => View(r.Concern, r.DisplayName, [.. told[r.Concern.Id.Value]], over))];
    }

    private async Task<Dictionary<Guid, Silence>> Over(List<SilenceId> silences, CancellationToken cancellation) => silences.Count == 0 ? []
        : await db.Silences.AsNoTracking().Where(s => silences.Contains(s.Id) && s.EndedAt != null).ToDictionaryAsync(s => s.Id.Value, cancellation);

    private static ReviewedConcern View(Concern c, string name, IReadOnlyList<Told> told, Dictionary<Guid, Silence> over) => new(
        c.Id.Value, c.Version, c.Kind, c.About.Value, name,
        ToldOf([.. told.Where(t => t.Kind == NoticeKind.SomeoneAsksForContact).Select(t => t.State)]),
        told.Any(t => t.Kind != NoticeKind.SomeoneAsksForContact), WhyOver(c, over.GetValueOrDefault(c.Subject)), c.RaisedAt, c.ClosedAt);

    private static QuietOver? WhyOver(Concern concern, Silence? silence) => silence switch
    {
        null => null,
        _ when concern.ClosedAt < silence.EndedAt => null,
        { EndedBy: SilenceEnd.AtRest } => QuietOver.AtRest,
        { LeavesNothing: true } => QuietOver.HeardFrom,
        _ => null,
    };

    private static ContactTold ToldOf(IReadOnlyList<NoticeState> calls) => calls switch
    {
        [] => ContactTold.Nobody,
        _ when calls.Contains(NoticeState.Sent) => ContactTold.Told,
        _ when calls.Contains(NoticeState.Waiting) => ContactTold.Waiting,
        _ => ContactTold.Unreachable,
    };

    private static readonly NoticeKind[] Tellings = [NoticeKind.SomeoneAsksForContact, NoticeKind.CoordinatorLook, NoticeKind.CoordinatorLookLater];

    private sealed record Told(Guid Concern, NoticeKind Kind, NoticeState State);
}
