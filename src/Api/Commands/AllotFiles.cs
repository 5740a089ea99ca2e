using System.Security.Cryptography;
using System.Text;
using Mentorship.Api.Features.Imports;
using Mentorship.Api.Features.Imports.Reading;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Commands;

/// <summary>
/// Two spreadsheets as a board, read as the import reads them, with no database. Ids are made of the addresses, so that neither the order
/// of rows nor the day on which it runs changes the result.
/// </summary>
internal sealed class AllotFiles(Instant asOf)
{
    /// <summary>Whatever happened on that day has happened.</summary>
    private readonly Instant _read = asOf + Duration.FromDays(1);

    private readonly CommunityId _community = new(IdOf("community", ""));
    private readonly Dictionary<string, Member> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Ask> _asks = [];

    public Dictionary<MemberId, string> Emails { get; } = [];

    public ImportErrors MentorErrors { get; } = new();

    public ImportErrors NewcomerErrors { get; } = new();

    public void ReadMentors(ReadOnlyMemory<byte> content)
    {
        foreach (var row in Rows(content, MentorRow.Columns, MentorErrors, MentorRow.Read, row => row.Person))
        {
            var member = Take(row.Person, Roles.Mentor);
            if (row.LivedExperience is { } experience)
                member.Describe(member.DisplayName, member.Profile with { LivedExperience = experience });
            member.OfferToMentor(row.OnTo(new MentorOffer(), row.VettedOn is not null), asOf);
            if (row.VettedOn is { } on) member.Vet(on);
        }
    }

    public void ReadNewcomers(ReadOnlyMemory<byte> content)
    {
        foreach (var row in Rows(content, NewcomerRow.Columns, NewcomerErrors, NewcomerRow.Read, row => row.Person))
        {
            var member = Take(row.Person, Roles.Newcomer);
            var (pathway, kind) = row.Asked;
            var id = new RequestId(IdOf("request", row.Person.Email!));
            _asks.Add(new(
                MentorRequest.TakenOver(_community, member.Id, pathway, kind, row.OnTo(Wishes.None), row.RequestedAt ?? asOf, id), member));
        }
    }

    public MatchingBoard Board() =>
        new(new(Policy.Default, 0, asOf, _asks, [.. _people.Values.Where(member => member.Mentor is not null)], [], []));

    private IEnumerable<T> Rows<T>(
        ReadOnlyMemory<byte> content, IReadOnlyList<string> columns, ImportErrors errors,
        Func<SheetRow, Instant, T> read, Func<T, PersonRow> personOf)
    {
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in new Sheet(content, columns, errors).Rows())
        {
            var found = read(row, _read);
            if (personOf(found).Email is { } email && !lines.TryAdd(email, row.Line))
                row.Wrong("email", new("email-repeated", $"Each address once: line {lines[email]} has the same one."));
            if (row.IsGood) yield return found;
        }
    }

    /// <summary>As the import takes a row: the same address is the same person, who may mentor and ask.</summary>
    private Member Take(PersonRow person, Roles role)
    {
        var known = _people.TryGetValue(person.Email!, out var member);
        member ??= _people[person.Email!] =
            new Member(_community, person.DisplayName!, Roles.None, new Profile(), asOf, new MemberId(IdOf("member", person.Email!)));
        member.Describe(person.DisplayName!, person.OnTo(member.Profile, joinPathways: known, asOf));
        member.Grant(role);
        Emails[member.Id] = person.Email!;
        return member;
    }

    private static Guid IdOf(string what, string email) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {email.ToLowerInvariant()}")).AsSpan(0, 16));
}
