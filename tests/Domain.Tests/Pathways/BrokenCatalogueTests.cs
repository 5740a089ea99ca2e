using System.Text.Json.Nodes;
using Mentorship.Domain.Data;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Pathways;

public class BrokenCatalogueTests
{
    public static TheoryData<string, string, string, string> WrongValues => new()
    {
        { "aa", "milestones", "\"monthly-coins\"", "milestones" },
        { "aa", "norms.minimum", "\"1 year\"", "norms.minimum" },
        { "aa", "norms.minimum", "\"PT12H\"", "norms.minimum" },
        { "aa", "norms.minimum", "\"P-1Y\"", "norms.minimum" },
        { "aa", "norms.basis", "null", "norms.basis" },
        { "aa", "norms.basis", "\"community\"", "norms.basis" },
        { "aa", "norms.basis", "\"Literature\"", "norms.basis" },
        { "aca", "norms.basis", "\"custom\"", "norms.minimum" },
        { "aa", "clock", "null", "clock" },
        { "aa", "clock.phrase", "\" \"", "clock.phrase" },
        { "aa", "words.mentor", "null", "words.mentor" },
        { "aa", "words.newcomer", "\"\"", "words.newcomer" },
        { "aa", "words.relationship", "7", "words.relationship" },
        { "aa", "words.nickname", "\"pal\"", "words.nickname" },
        { "smart-recovery", "words.mentor", "\"Sponsor\"", "words.forbidden" },
        { "lifering", "checkInPrompt", "\"How is your higher power?\"", "words.forbidden" },
        { "aa", "audience", "\"everyone\"", "audience" },
        { "aa", "norms.gender", "\"same_gender_suggested\"", "norms.gender" },
        { "aa", "coordinatorAct", "\"assign\"", "coordinatorAct" },
        { "aa", "coordinatorAct", "\"buddy-optin\"", "coordinatorAct" },
        { "aa", "focus", "[]", "focus" },
        { "aa", "focus", "\"alcohol\"", "focus" },
        { "aa", "medicationIsRelapse", "true", "medicationIsRelapse" },
        { "aa", "medicationIsRelapse", "\"no\"", "medicationIsRelapse" },
        { "aa", "colour", "\"blue\"", "colour" },
        { "aa", "work.count", "-1", "work.count" },
        { "al-anon", "clock", "{\"word\":\"sober\",\"phrase\":\"sober\",\"personal\":false}", "clock" },
        { "al-anon", "milestones", "\"neutral\"", "milestones" },
        { "na", "milestoneColours", "[\"white\"]", "milestoneColours" },
        { "celebrate-recovery", "partnerRole", "null", "partnerRole" },
        { "celebrate-recovery", "partnerRole.size.most", "0", "partnerRole.size.most" },
        { "women-for-sobriety", "eligibility", "\"anyone\"", "norms.gender" },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_wrong_value_is_refused_by_entry_and_field(string id, string field, string json, string blamed)
    {
        var broken = Assert.Throws<DataBroken>(() => ChangedCatalogue.Read(id, pathway => Set(pathway, field, json)));

        Assert.EndsWith(id, broken.Entry, StringComparison.Ordinal);
        Assert.Equal(blamed, broken.Field);
        Assert.StartsWith($"pathways.json, {id}: {blamed} ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_id_twice_is_refused()
    {
        var broken = Refused(catalogue => catalogue["pathways"]!.AsArray().Add(ChangedCatalogue.Pathway(catalogue, "aa").DeepClone()));

        Assert.Equal("pathways.json, aa: id is there twice.", broken.Message);
    }

    [Fact]
    public void An_id_is_lower_case_with_hyphens() => Assert.Equal("id", Refused(
        catalogue => ChangedCatalogue.Pathway(catalogue, "aa")["id"] = "A A").Field);

    [Fact]
    public void An_entry_without_a_name_of_its_own_is_named_by_its_place() => Assert.Equal(
        "pathways.json, pathways 2: id is missing.",
        Refused(catalogue => ChangedCatalogue.Pathway(catalogue, "na").Remove("id")).Message);

    [Fact]
    public void A_catalogue_of_nothing_is_refused() =>
        Assert.Equal("pathways", Refused(catalogue => catalogue["pathways"] = new JsonArray()).Field);

    [Fact]
    public void Another_schema_is_refused() =>
        Assert.Equal("schema", Refused(catalogue => catalogue["schema"] = "pathway-catalogue/2").Field);

    [Fact]
    public void Milestones_that_do_not_ascend_are_refused() =>
        Assert.Equal("once", Refused(catalogue => FirstSet(catalogue)["once"] = new JsonArray("P6M", "P90D")).Field);

    [Fact]
    public void Milestones_every_no_time_at_all_are_refused() =>
        Assert.Equal("thenEvery", Refused(catalogue => FirstSet(catalogue)["thenEvery"] = "P0D").Field);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"schema\": \"pathway-catalogue/1\", \"schema\": \"pathway-catalogue/1\"}")]
    public void A_file_that_is_no_object_of_named_fields_is_refused(string json) =>
        Assert.Throws<DataBroken>(() => CatalogueReader.Read(DataFile.Parse("pathways.json", json)));

    private static DataBroken Refused(Action<JsonObject> change) => Assert.Throws<DataBroken>(() => ChangedCatalogue.Read(change));

    private static JsonObject FirstSet(JsonObject catalogue) => catalogue["milestoneSets"]![0]!.AsObject();

    private static void Set(JsonNode pathway, string field, string json)
    {
        var path = field.Split('.');
        var owner = path[..^1].Aggregate(pathway, (node, name) => node[name]!);
        owner[path[^1]] = JsonNode.Parse(json);
    }
}
