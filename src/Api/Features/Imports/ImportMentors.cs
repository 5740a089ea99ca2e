using Mentorship.Api.Features.Imports.Reading;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Imports;

/// <summary>
/// A coordinator brings the mentors' spreadsheet: each row adds a mentor, or changes the person who has the same e-mail address.
/// Nothing is saved in a dry run, nor when any row is wrong unless <paramref name="Partial"/>. Nobody is told. A vetted_on date
/// also attests that the mentor has worked their programme (docs/decisions/0014).
/// </summary>
public sealed record ImportMentors(Actor Actor, ReadOnlyMemory<byte> Content, bool DryRun, bool Partial) : IImport;

internal sealed class ImportMentorsHandler(IVault vault, IStore<Member, MemberId> members, IMemberBook book, IBatches batches, IClock clock)
    : ImportHandler<ImportMentors, MentorRow>(vault, members, book, batches, clock)
{
    private static readonly ImportNote Vetting = new("vetting-attests-programme",
        "A date in vetted_on also says that you have checked that this mentor worked the programme of their pathway; where it is empty, "
        + "that stays open. What a mentor says of it themselves goes before.");

    protected override IReadOnlyList<string> Columns => MentorRow.Columns;

    protected override Roles Role => Roles.Mentor;

    protected override ImportNote? Note => Vetting;

    protected override MentorRow ReadRow(SheetRow row, Instant now) => MentorRow.Read(row, now);

    protected override bool Apply(Member member, MentorRow row, RowReport report, Instant now)
    {
        var vettedOn = VettingIn(row, member.Mentor, report);
        if (report.IsTheirs) report.Theirs(row.DifferingFrom(member.Profile, member.Mentor?.Offer));
        else if (row.LivedExperience is { } experience)
            member.Describe(member.DisplayName, member.Profile with { LivedExperience = experience });
        if (!report.IsTheirs || member.Mentor is null)
            member.OfferToMentor(row.OnTo(member.Mentor?.Offer ?? new MentorOffer(), vettedOn is not null), now);
        else if (vettedOn is not null && member.Mentor.Offer.ProgrammeWorked is null) member.AttestProgramme(true);
        if (vettedOn is { } on) member.Vet(on);
        return false;
    }

    /// <summary>Not one from before a coordinator took the vetting back: last month's file must not undo that.</summary>
    private static LocalDate? VettingIn(MentorRow row, MentorProfile? known, RowReport report)
    {
        if (row.VettedOn is not { } on || known is null || known.VettedOn == on || known.IsNewVetting(on)) return row.VettedOn;
        if (known.VettedOn is null) report.VettingTakenBack();
        return null;
    }
}
