using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using FluentValidation;
using FluentValidation.Results;
using Mentorship.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Http;

/// <summary>
/// Where a page of rows ordered by an instant, and then by their id, goes on: after the row <paramref name="Last"/> of the instant
/// <paramref name="At"/>, whether or not that row is on the list still.
/// </summary>
public readonly record struct Cursor(Instant At, Guid Last)
{
    public const int DefaultLimit = 50, MaxLimit = 200;

    /// <summary>The cursor of a query string; an unreadable one is <c>cursor-invalid</c>.</summary>
    public static Cursor Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new(Instant.MinValue, Guid.Empty);
        if (Base64Url.IsValid(text) && text.Length <= 80)
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
            if (parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) && ticks is > -600_000_000_000_000_000 and < 2_500_000_000_000_000_000
                && Guid.TryParseExact(parts[1], "N", out var last))
                return new(Instant.FromUnixTimeTicks(ticks), last);
        }
        throw new ValidationException([new ValidationFailure("cursor", "Use the next cursor of the page before.") { ErrorCode = "cursor-invalid" }]);
    }

    /// <summary>How many rows a page has, 1 to 200, 50 unless asked otherwise; another number is <c>limit-range</c>.</summary>
    public static int Limit(int? limit) => (limit ?? DefaultLimit) is >= 1 and <= MaxLimit and var rows
        ? rows
        : throw new ValidationException([new ValidationFailure("limit", "A page has 1 to 200 rows.") { ErrorCode = "limit-range" }]);

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeTicks()}.{Last:N}")));
}

/// <summary>Some rows, and where the next ones are.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The cursor of the next page; null when these were the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Page
{
    /// <summary>
    /// The rows after the cursor, for a list in the order of <paramref name="at"/> and then of <paramref name="id"/>, upwards or both downwards.
    /// Ids are compared by the database, which sorts them: engines order them differently.
    /// </summary>
    public static IQueryable<T> After<T, TId>(
        this IQueryable<T> rows, Cursor cursor, Expression<Func<T, Instant>> at, Expression<Func<T, TId>> id, bool downwards = false)
        where TId : struct, IId<TId>
    {
        if (downwards && cursor.Last == Guid.Empty) return rows;
        var (begin, last, row) = (cursor.At, TId.Of(cursor.Last), Expression.Parameter(typeof(T)));
        Expression<Func<Instant>> beginning = () => begin; // captured, so that EF makes parameters of both
        Expression<Func<TId>> lastSeen = () => last;
        var (instant, its) = (Expression.Invoke(at, row), Expression.Invoke(id, row));
        var isAfter = Expression.GreaterThan(its, lastSeen.Body, liftToNull: false, ((Func<TId, TId, bool>)IsAfter<TId>).Method);
        var (from, isNew) = downwards // from: by an index
            ? (Expression.LessThanOrEqual(instant, beginning.Body), Expression.OrElse(
                Expression.LessThan(instant, beginning.Body), Expression.AndAlso(Expression.NotEqual(its, lastSeen.Body), Expression.Not(isAfter))))
            : (Expression.GreaterThanOrEqual(instant, beginning.Body), Expression.OrElse(Expression.GreaterThan(instant, beginning.Body), isAfter));
        return rows.Where(Expression.Lambda<Func<T, bool>>(cursor.Last == Guid.Empty ? from : Expression.AndAlso(from, isNew), row));
    }

    /// <summary>The page of ordered rows that come after a cursor.</summary>
    public static async Task<Page<T>> ToPage<T>(this IQueryable<T> rows, int limit, Func<T, Cursor> cursorOf, CancellationToken cancellation) =>
        Of(await rows.Take(limit + 1).ToListAsync(cancellation), limit, cursorOf);

    /// <summary>Cuts <paramref name="rows"/>, which were read one over the limit.</summary>
    public static Page<T> Of<T>(List<T> rows, int limit, Func<T, Cursor> cursorOf)
    {
        if (rows.Count <= limit) return new(rows, null);
        rows.RemoveAt(limit);
        return new(rows, cursorOf(rows[^1]).ToString());
    }

    private static bool IsAfter<TId>(TId one, TId other) where TId : struct, IId<TId> => one.Value.CompareTo(other.Value) > 0;
}
