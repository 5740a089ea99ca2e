using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Domain.Tests.Matching;

/// <summary>samples/community as a board on 1 November 2026, every mentor just confirmed and every newcomer's first pathway asked on.</summary>
internal static class SampleCommunity
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 1, 0, 0);

    public static BoardRows Rows() => new(
        Policy.Default, 1, Now, [.. Read("newcomers").Select(AskOf)], [.. Read("mentors").Select(MentorOf)], [], []);

    private static Ask AskOf(Dictionary<string, string> row)
    {
        var wishes = new Wishes
        {
            MentorGenders = Genders(row["mentor_genders"]),
            AgeFrom = Number(row["preferred_age_from"]),
            AgeTo = Number(row["preferred_age_to"]),
            LivedExperience = List(row["lived_experience_wanted"]),
            Orientation = row["orientation_preference"] is "" ? null : row["orientation_preference"],
            Musts = row["gender_required"] == "yes" ? Musts.Gender : Musts.None,
        };
        var newcomer = new Member(Scene.Community, row["display_name"], Roles.Newcomer, ProfileOf(row), Now);
        return Scene.NewAsk(newcomer, newcomer.Profile.Pathways[0], KindOf(row["kind"]), wishes, InstantPattern.General.Parse(row["requested_at"]).Value);
    }

    private static Member MentorOf(Dictionary<string, string> row)
    {
        var member = new Member(Scene.Community, row["display_name"], Roles.None, ProfileOf(row) with { LivedExperience = List(row["lived_experience"]) }, Now);
        var kinds = List(row["kinds"]).Aggregate(Kinds.None, (kinds, kind) => kinds | KindOf(kind).AsFlag());
        member.OfferToMentor(new()
        {
            Capacity = Number(row["mentee_capacity"])!.Value,
            Kinds = kinds,
            NewcomerGenders = Genders(row["mentee_genders"]),
            HasOwnMentor = row["has_own_mentor"] == "yes",
        }, Now);
        if (row["vetted_on"] != "") member.Vet(Date(row["vetted_on"]));
        return member;
    }

    private static Profile ProfileOf(Dictionary<string, string> row) => new()
    {
        Gender = row["gender"],
        BirthYear = 2026 - Number(row["age"]),
        Languages = List(row["languages"]),
        ZoneId = row["time_zone"],
        Availability = WeeklyAvailability.Parse(row["availability"]),
        Modes = List(row["meeting_modes"]).Aggregate(MeetingModes.None, (modes, mode) => modes | Enum.Parse<MeetingModes>(mode.Replace("-", ""), ignoreCase: true)),
        Place = new(double.Parse(row["latitude"]), double.Parse(row["longitude"])),
        MaxDistanceKm = Number(row["max_distance_km"]),
        RecoverySince = Date(row["sobriety_date"]),
        Pathways = List(row["pathways"]),
    };

    private static IEnumerable<Dictionary<string, string>> Read(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Mentorship.sln"))) root = root.Parent!;
        var lines = File.ReadAllLines(Path.Combine(root.FullName, "samples", "community", name + ".csv"));
        var columns = lines[0].Split(',');
        return lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    private static RelationshipKind KindOf(string text) => RelationshipKinds.TryParse(text, out var kind) ? kind : throw new FormatException(text);

    private static string[] Genders(string text) => text == "any" ? [] : List(text);

    private static string[] List(string text) => text.Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static int? Number(string text) => text == "" ? null : int.Parse(text);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
