using Mentorship.Domain.Data;
using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>Reads one pathway of the catalogue, field by field, and has it checked.</summary>
internal static class PathwayReader
{
    public static Pathway Read(DataEntry entry, IReadOnlyDictionary<string, MilestoneSet> sets)
    {
        var norms = entry.Entry("norms");
        var pathway = new Pathway
        {
            Id = entry.Text("id"),
            Name = entry.Text("name"),
            Status = entry.Word<PathwayStatus>("status"),
            Orientation = entry.Word<Orientation>("orientation"),
            Audience = entry.Word<Audience>("audience"),
            Focus = entry.Words<Focus>("focus"),
            Eligibility = entry.Word<Eligibility>("eligibility"),
            Clock = entry.EntryOrNull("clock") is { } clock ? ReadClock(clock) : null,
            Vocabulary = ReadVocabulary(entry.Entry("words")),
            OneToOne = entry.Word<OneToOne>("oneToOne"),
            CoordinatorAct = entry.Word<CoordinatorAct>("coordinatorAct"),
            Exclusivity = entry.Word<Exclusivity>("exclusivity"),
            Minimum = norms.Length("minimum"),
            MinimumBasis = norms.WordOrNull<Firmness>("basis"),
            ProgrammeWorked = norms.Word<ProgrammeWorked>("programmeWorked"),
            OwnMentor = norms.Word<OwnMentor>("ownMentor"),
            GenderRule = norms.Word<GenderRule>("gender"),
            PartnerRole = entry.EntryOrNull("partnerRole") is { } role ? ReadRole(role) : null,
            Customs = ReadCustoms(entry.Entry("customs")),
            MedicationIsRelapse = entry.Flag("medicationIsRelapse"),
            GivesAdvice = !entry.Has("givesAdvice") || entry.Flag("givesAdvice"),
            SimilarSituationMatters = entry.Has("similarSituationMatters") && entry.Flag("similarSituationMatters"),
            Milestones = ReadMilestones(entry, sets),
            MilestoneColours = entry.Texts("milestoneColours"),
            Work = ReadWork(entry.Entry("work")),
            CheckInPrompt = entry.TextOrNull("checkInPrompt"),
            Sources = entry.Texts("sources"),
        };
        norms.NothingElse();
        entry.NothingElse();
        PathwayChecks.Check(pathway, entry);
        return pathway;
    }

    private static Clock ReadClock(DataEntry entry) =>
        Whole(new Clock(entry.Text("word"), entry.Text("phrase"), entry.Flag("personal")), entry);

    private static Vocabulary ReadVocabulary(DataEntry entry)
    {
        var partners = entry.EntryOrNull("partner") is { } partner ? Whole(ReadWords(partner), partner) : null;
        return Whole(new Vocabulary(ReadWords(entry), partners, entry.Texts("also"), entry.Texts("forbidden")), entry);
    }

    private static PathwayCustoms ReadCustoms(DataEntry entry) => Whole(
        new PathwayCustoms(
            entry.Word<TemporaryContacts>("temporaryContacts"),
            entry.TextOrNull("temporaryPlan"),
            entry.WordOrNull<ContactCustom>("contact"),
            entry.TextOrNull("teamTool"),
            entry.EntryOrNull("groupSize") is { } size ? ReadSize(size) : null),
        entry);

    private static Words ReadWords(DataEntry entry) => new(entry.Text("mentor"), entry.Text("newcomer"), entry.Text("relationship"));

    private static PartnerRole ReadRole(DataEntry entry) =>
        Whole(new PartnerRole(entry.Length("minimum"), ReadSize(entry.Entry("size")), entry.Word<GenderRule>("gender")), entry);

    private static SizeRange ReadSize(DataEntry entry)
    {
        var size = Whole(new SizeRange(entry.Number("least"), entry.Number("most")), entry);
        return size.Least >= 1 && size.Most >= size.Least ? size : throw entry.Broken("most", "is less than the least, or nobody");
    }

    private static ProgrammeWork ReadWork(DataEntry entry) => Whole(
        new ProgrammeWork(entry.Word<WorkKind>("kind"), entry.Number("count"), entry.NumberOrNull("also"), entry.NumberOrNull("levels")),
        entry);

    private static MilestoneSet ReadMilestones(DataEntry entry, IReadOnlyDictionary<string, MilestoneSet> sets)
    {
        var id = entry.Text("milestones");
        return sets.GetValueOrDefault(id) ?? throw entry.Broken("milestones", $"\"{id}\" is not a milestone set");
    }

    private static T Whole<T>(T value, DataEntry entry)
    {
        entry.NothingElse();
        return value;
    }
}
