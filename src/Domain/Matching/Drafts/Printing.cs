using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mentorship.Domain.Members;

namespace Mentorship.Domain.Matching.Drafts;

/// <summary>Writes a board in one canonical form and digests it: rows by id, values in the invariant culture.</summary>
internal static class Printing
{
    public static BoardPrint Of(MatchingBoard board, AllotmentOrder order)
    {
        var requests = board.Asks.Where(board.IsToBeServed).ToDictionary(ask => ask.Request.Id.Value, ask => Short(TextOf(ask)));
        var mentors = board.Mentors.ToDictionary(mentor => mentor.Id.Value, mentor => Short(TextOf(mentor)));
        var all = new StringBuilder(TextOf(order)).Append('\n').Append(board.PolicyVersion).Append('\n');
        foreach (var (id, digest) in requests.OrderBy(r => r.Key)) all.Append(id).Append(digest).Append('\n');
        foreach (var (id, digest) in mentors.OrderBy(m => m.Key)) all.Append(id).Append(digest).Append('\n');
        foreach (var line in board.HistoryLines().Order(StringComparer.Ordinal)) all.Append(line).Append('\n');
        return new(board.PolicyVersion, requests, mentors, Convert.ToHexStringLower(Digest(all.ToString())));
    }

    private static string TextOf(AllotmentOrder order) => Line(
        order.Objective, order.Spread, Sorted(order.Pinned), Sorted(order.Forbidden));

    private static string Sorted(IReadOnlyList<Placement> placements) =>
        string.Join(',', placements.Select(p => $"{p.Request}>{p.Mentor}").Order(StringComparer.Ordinal));

    private static string TextOf(Ask ask) => Line(
        ask.Newcomer.Id, ask.Request.Pathway, ask.Request.Kind, ask.Request.RequestedAt.ToUnixTimeTicks(),
        JsonSerializer.Serialize(ask.Request.Wishes), TextOf(ask.Newcomer.Profile));

    private static string TextOf(Member mentor) => mentor.Mentor is not { } it ? "" : Line(
        mentor.Roles, it.Offer.Capacity, it.Offer.Kinds, Words(it.Offer.NewcomerGenders), it.Offer.HasOwnMentor, it.Offer.ProgrammeWorked,
        it.PlacesHeld, it.VettedOn?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), it.PausedAt?.ToUnixTimeTicks(),
        it.ConfirmedAt.ToUnixTimeTicks(),
        TextOf(mentor.Profile));

    private static string TextOf(Profile profile) => Line(
        profile.Gender, profile.BirthYear, Words(profile.Languages), profile.ZoneId, profile.Availability, profile.Modes,
        profile.Place?.Latitude, profile.Place?.Longitude, profile.MaxDistanceKm,
        profile.RecoverySince?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), Words(profile.Pathways),
        Words(profile.LivedExperience));

    private static string Words(IEnumerable<string> words) => string.Join(';', words);

    private static string Line(params object?[] values) =>
        string.Join('\u001f', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static string Short(string text) => Convert.ToHexStringLower(Digest(text).AsSpan(0, 8));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
