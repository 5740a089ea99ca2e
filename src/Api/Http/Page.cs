using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Http;

/// <summary>Where a page of rows ordered by an instant goes on: after <paramref name="Skip"/> rows of the instant <paramref name="At"/>.</summary>
public readonly record struct Cursor(Instant At, int Skip)
{
    public const int DefaultLimit = 50, MaxLimit = 200;

    /// <summary>The cursor of a query string; an unreadable one is <c>cursor-invalid</c>.</summary>
    public static Cursor Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new(Instant.MinValue, 0);
        if (Base64Url.IsValid(text) && text.Length <= 60)
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
            if (parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) && ticks is > -600_000_000_000_000_000 and < 2_500_000_000_000_000_000
                && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var skip) && skip is >= 0 and < 1_000_000)
                return new(Instant.FromUnixTimeTicks(ticks), skip);
        }
        throw new ValidationException([new ValidationFailure("cursor", "Use the next cursor of the page before.") { ErrorCode = "cursor-invalid" }]);
    }

    /// <summary>How many rows a page has, 1 to 200, 50 unless asked otherwise; another number is <c>limit-range</c>.</summary>
    public static int Limit(int? limit) => (limit ?? DefaultLimit) is >= 1 and <= MaxLimit and var rows
        ? rows
        : throw new ValidationException([new ValidationFailure("limit", "A page has 1 to 200 rows.") { ErrorCode = "limit-range" }]);

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeTicks()}.{Skip}")));
}

/// <summary>Some rows, and where the next ones are.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The cursor of the next page; null when these were the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Page
{
    /// <summary>The page of ordered rows that begins after the cursor.</summary>
    public static async Task<Page<T>> ToPage<T>(
        this IQueryable<T> rows, Cursor after, int limit, Func<T, Instant> at, CancellationToken cancellation) =>
        Of(await rows.Skip(after.Skip).Take(limit + 1).ToListAsync(cancellation), after, limit, at);

    /// <summary>Cuts <paramref name="rows"/>, which were read one over the limit.</summary>
    public static Page<T> Of<T>(List<T> rows, Cursor after, int limit, Func<T, Instant> at)
    {
        if (rows.Count <= limit) return new(rows, null);
        rows.RemoveAt(limit);
        var last = at(rows[^1]);
        var same = rows.Count(r => at(r) == last);
        return new(rows, new Cursor(last, last == after.At ? after.Skip + same : same).ToString());
    }
}
