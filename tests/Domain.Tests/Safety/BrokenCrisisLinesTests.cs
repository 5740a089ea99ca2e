using System.Text.Json.Nodes;
using Mentorship.Domain.Data;
using Mentorship.Domain.Safety;

namespace Mentorship.Domain.Tests.Safety;

public class BrokenCrisisLinesTests
{
    [Theory]
    [InlineData("name", "null", "name")]
    [InlineData("number", "null", "number")]
    [InlineData("number", "\"nine\"", "number")]
    [InlineData("how", "[]", "how")]
    [InlineData("how", "[\"pigeon\"]", "how")]
    [InlineData("how", "[\"call\", \"chat\"]", "web")]
    [InlineData("web", "\"http://example.org\"", "web")]
    [InlineData("textWord", "\"HELLO\"", "textWord")]
    [InlineData("about", "\"weather\"", "about")]
    [InlineData("verifiedOn", "\"last week\"", "verifiedOn")]
    [InlineData("source", "null", "source")]
    [InlineData("countries", "[]", "countries")]
    [InlineData("countries", "[\"usa\"]", "countries")]
    [InlineData("opens", "\"always\"", "opens")]
    public void A_wrong_value_in_a_line_is_refused_by_field(string field, string json, string blamed)
    {
        var broken = Refused(file => FirstLine(file)[field] = JsonNode.Parse(json));

        Assert.Equal(blamed, broken.Field);
        Assert.StartsWith("crisis-lines.json, ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_without_an_emergency_number_is_refused() =>
        Assert.Equal(
            "crisis-lines.json: lines have no emergency number for US.", Refused(file => FirstLine(file)["about"] = "emotional").Message);

    [Fact]
    public void A_number_twice_in_a_country_is_refused() =>
        Assert.Equal(
            "crisis-lines.json: lines have one number twice for US.",
            Refused(file => file["lines"]!.AsArray().Add(FirstLine(file).DeepClone())).Message);

    [Fact]
    public void A_file_without_a_directory_for_elsewhere_is_refused() =>
        Assert.Equal("elsewhere", Refused(file => file.Remove("elsewhere")).Field);

    [Fact]
    public void Another_schema_is_refused() => Assert.Equal("schema", Refused(file => file["schema"] = "crisis-lines/2").Field);

    [Fact]
    public void A_date_of_trial_is_read()
    {
        var lines = Read(file => FirstLine(file)["verifiedOn"] = "2026-01-05");

        Assert.True(lines.Of("US")[0].IsVerified);
    }

    private static DataBroken Refused(Action<JsonObject> change) => Assert.Throws<DataBroken>(() => Read(change));

    private static CrisisLines Read(Action<JsonObject> change)
    {
        var file = JsonNode.Parse(DataFile.TextOf(CrisisLines.FileName))!.AsObject();
        change(file);
        return CrisisLinesReader.Read(DataFile.Parse("crisis-lines.json", file.ToJsonString()));
    }

    private static JsonObject FirstLine(JsonObject file) => file["lines"]![0]!.AsObject();
}
