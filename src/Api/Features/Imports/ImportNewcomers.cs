using Mentorship.Api.Features.Imports.Reading;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Imports;

/// <summary>
/// A coordinator brings the newcomers' spreadsheet: each row adds a newcomer with their request, or changes the person who has the same
/// e-mail address. Nothing is saved in a dry run, nor when any row is wrong unless <paramref name="Partial"/>. Nobody is told.
/// </summary>
public sealed record ImportNewcomers(Actor Actor, ReadOnlyMemory<byte> Content, bool DryRun, bool Partial) : IImport;

internal sealed class ImportNewcomersHandler(
    IVault vault, IStore<Member, MemberId> members, IMemberBook book, IRequestBook requestBook, IStore<MentorRequest, RequestId> requests,
    IBatches batches, IClock clock)
    : ImportHandler<ImportNewcomers, NewcomerRow>(vault, members, book, batches, clock)
{
    private ILookup<MemberId, MentorRequest> known = Array.Empty<MentorRequest>().ToLookup(r => r.Newcomer);

    protected override IReadOnlyList<string> Columns => NewcomerRow.Columns;

    protected override Roles Role => Roles.Newcomer;

    protected override NewcomerRow ReadRow(SheetRow row, Instant now) => NewcomerRow.Read(row, now);

    protected override async Task Begin(IReadOnlyCollection<MemberId> newcomers, CancellationToken cancellation) =>
        known = (await requestBook.Of(newcomers, cancellation)).ToLookup(r => r.Newcomer);

    protected override bool Apply(Member member, NewcomerRow row, RowReport report, Instant now)
    {
        var before = known[member.Id].Where(r => (r.Pathway, r.Kind) == row.Asked).ToList();
        if (before.Find(r => r.IsOpen == true) is { } open) return WishAnew(open, row, report);
        // A row that is no newer than what is known was answered or taken back meanwhile: an old file must not ask again.
        if (before.Count > 0 && !(row.RequestedAt > before.Max(r => r.RequestedAt))) return false;
        var (pathway, kind) = row.Asked;
        var wishes = row.OnTo(Wishes.None);
        requests.Add(MentorRequest.TakenOver(member.CommunityId, member.Id, pathway, kind, wishes, row.RequestedAt ?? now));
        return true;
    }

    private static bool WishAnew(MentorRequest request, NewcomerRow row, RowReport report)
    {
        var differing = row.DifferingFrom(request.Wishes).ToList();
        if (report.IsTheirs) report.Theirs(differing);
        if (report.IsTheirs || differing.Count == 0) return false;
        request.Wish(row.OnTo(request.Wishes));
        return true;
    }
}
