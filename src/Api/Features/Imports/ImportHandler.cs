using MediatR;
using Mentorship.Api.Features.Imports.Reading;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Imports;

/// <summary>A spreadsheet as a coordinator sends it.</summary>
internal interface IImport : ICommand<ImportReport>, IActed
{
    ReadOnlyMemory<byte> Content { get; }
    bool DryRun { get; }
    bool Partial { get; }
}

/// <summary>A row of either spreadsheet.</summary>
internal interface IRow
{
    PersonRow Person { get; }
}

/// <summary>
/// What both imports do: read and check the whole file, and only then take the good rows, in batches and in one transaction.
/// The keyed hash of the e-mail address tells who is already known. What members with an account say of themselves stays theirs
/// (docs/decisions/0021).
/// </summary>
internal abstract class ImportHandler<TImport, TRow>(
    IVault vault, IStore<Member, MemberId> members, IMemberBook book, IBatches batches, IClock clock)
    : IRequestHandler<TImport, ImportReport> where TImport : IImport where TRow : IRow
{
    private const int BatchSize = 500;

    private static readonly ImportNote OldEncoding = new("read-as-windows-1252",
        "The file is not UTF-8, so it was read as Windows-1252. Look at names with accents, or save it as CSV (UTF-8) and send it again.");

    protected IBatches Batches { get; } = batches;

    protected abstract IReadOnlyList<string> Columns { get; }

    protected abstract Roles Role { get; }

    protected virtual ImportNote? Note => null;

    public async Task<ImportReport> Handle(TImport import, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var errors = new ImportErrors();
        var sheet = new Sheet(import.Content, Columns, errors);
        var (people, rows) = People(sheet, import.Actor.Community, errors, now);
        var refused = !sheet.IsWhole || (errors.Any && !import.Partial);
        var tally = new ImportTally(rows, errors, [.. Notes(sheet)]);
        if (import.DryRun) await Take(import, people, tally, now, cancellation);
        else if (!refused) tally = await Batches.InOneTransaction(token => Take(import, people, tally.Anew(), now, token), cancellation);
        return tally.Report(import.DryRun, saved: !import.DryRun && !refused);
    }

    protected abstract TRow ReadRow(SheetRow row, Instant now);

    /// <summary>Loads what a batch needs beside its members.</summary>
    protected virtual Task Begin(IReadOnlyCollection<MemberId> known, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Applies what is beyond the person; true when a row other than the member's own changed.</summary>
    protected abstract bool Apply(Member member, TRow row, RowReport report, Instant now);

    private IEnumerable<ImportNote> Notes(Sheet sheet)
    {
        if (sheet.IsWindows1252) yield return OldEncoding;
        if (Note is { } note) yield return note;
    }

    private (List<KeyedRow> Good, int Rows) People(Sheet sheet, CommunityId community, ImportErrors errors, Instant now)
    {
        var (good, lines, rows) = (new List<KeyedRow>(), new Dictionary<string, int>(), 0);
        foreach (var row in sheet.Rows())
        {
            rows++;
            var read = ReadRow(row, now);
            if (read.Person.Email is not { } email) continue;
            var hashes = vault.EachHashOfEmail(community, email);
            var key = Convert.ToHexString(hashes[0]);
            if (!lines.TryAdd(key, row.Line)) row.Wrong("email", Repeated(lines[key]));
            if (row.IsGood) good.Add(new KeyedRow(hashes, read, row.Line, row.Number));
        }
        return (good, rows);
    }

    private static Fault Repeated(int line) => new("email-repeated", $"Each address once: line {line} has the same one.");

    private async Task<ImportTally> Take(
        TImport import, List<KeyedRow> people, ImportTally tally, Instant now, CancellationToken cancellation)
    {
        foreach (var batch in people.Chunk(BatchSize))
        {
            var found = await book.ByEmailHashes([.. batch.SelectMany(p => p.Hashes)], cancellation);
            var known = found.ToDictionary(m => Convert.ToHexString(m.EmailHash!));
            await Begin([.. known.Values.Select(m => m.Id)], cancellation);
            foreach (var person in batch)
            {
                var member = person.In(known);
                var report = new RowReport(person.Line, person.Number, member is { SpeaksForThemselves: true });
                tally.Count(await TakeOne(import, member, person, report, now, cancellation), report);
            }
            if (import.DryRun) Batches.Drop();
            else await Batches.Save(cancellation);
        }
        return tally;
    }

    private async Task<Outcome> TakeOne(
        TImport import, Member? known, KeyedRow person, RowReport report, Instant now, CancellationToken cancellation)
    {
        var member = known ?? Join(import.Actor.Community, person.Row.Person, now);
        var reached = false;
        if (report.IsTheirs) await Compare(member, person.Row.Person, report, now, cancellation);
        else
        {
            Describe(member, person.Row.Person, now);
            reached = member.AccountId is null && await Reach(member, person, import.DryRun, cancellation);
        }
        member.Grant(Role);
        var otherwise = Apply(member, person.Row, report, now) | reached;
        if (known is null) return Outcome.Added;
        if (!otherwise && !Batches.IsChanged(member)) return Outcome.Unchanged;
        member.Corrected();
        return Outcome.Changed;
    }

    private void Describe(Member member, PersonRow person, Instant now)
    {
        member.Describe(person.DisplayName!, ProfileOf(member, person, now));
        if (person.Age is not null) member.StateAdult(now);
    }

    /// <summary>Changes nothing: notes what the row says otherwise than the member.</summary>
    private async Task Compare(Member member, PersonRow person, RowReport report, Instant now, CancellationToken cancellation)
    {
        report.Theirs(person.DifferingFrom(member, ProfileOf(member, person, now)));
        var (email, phone) = await vault.OpenContact(member.Id, member.Contact, cancellation);
        if (!string.Equals(email, person.Email, StringComparison.OrdinalIgnoreCase)) report.Theirs(["email"]);
        if (person.Phone is { } number && number != phone) report.Theirs(["phone"]);
    }

    private Profile ProfileOf(Member member, PersonRow person, Instant now) =>
        person.OnTo(member.Profile, joinPathways: member.Is((Roles.Mentor | Roles.Newcomer) & ~Role), now);

    private Member Join(CommunityId community, PersonRow person, Instant now)
    {
        var member = new Member(community, person.DisplayName!, Roles.None, new Profile(), now);
        members.Add(member);
        return member;
    }

    /// <summary>Seals what is new: sealing anew what is known would make every row look changed.</summary>
    private async Task<bool> Reach(Member member, KeyedRow person, bool dryRun, CancellationToken cancellation)
    {
        var (email, phone) = (member.Contact.Email, member.Contact.Phone);
        var newEmail = email is null;
        var newPhone = person.Row.Person.Phone is { } number && !await Is(member, phone, number, cancellation);
        if (dryRun || !(newEmail || newPhone)) return newEmail || newPhone;
        if (newEmail) email = await Seal(member, ContactDetails.EmailPlace, person.Row.Person.Email!, cancellation);
        if (newPhone) phone = await Seal(member, ContactDetails.PhonePlace, person.Row.Person.Phone!, cancellation);
        member.Reach(new ContactDetails(email, phone), person.Hashes[0]);
        return true;
    }

    private async Task<bool> Is(Member member, Sealed? phone, string number, CancellationToken cancellation) =>
        phone is { } known && await vault.TryOpen(member.Id, ContactDetails.PhonePlace, member.Id.Value, known, cancellation) == number;

    private Task<Sealed> Seal(Member member, string place, string text, CancellationToken cancellation) =>
        vault.Seal(member.Id, place, member.Id.Value, text, cancellation);

    private sealed record KeyedRow(IReadOnlyList<byte[]> Hashes, TRow Row, int Line, int Number)
    {
        public Member? In(Dictionary<string, Member> known) =>
            Hashes.Select(hash => known.GetValueOrDefault(Convert.ToHexString(hash))).FirstOrDefault(member => member is not null);
    }
}
