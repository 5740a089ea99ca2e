using System.Text.Json.Nodes;
using Mentorship.Domain.Data;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Pathways;

/// <summary>The shipped catalogue with one thing changed, read as the service reads it.</summary>
internal static class ChangedCatalogue
{
    public static PathwayCatalogue Read(Action<JsonObject> change)
    {
        var catalogue = JsonNode.Parse(DataFile.TextOf(PathwayCatalogue.FileName))!.AsObject();
        change(catalogue);
        return CatalogueReader.Read(DataFile.Parse("pathways.json", catalogue.ToJsonString()));
    }

    public static PathwayCatalogue Read(string id, Action<JsonObject> change) => Read(catalogue => change(Pathway(catalogue, id)));

    public static JsonObject Pathway(JsonObject catalogue, string id) =>
        catalogue["pathways"]!.AsArray().Single(pathway => pathway!["id"]!.GetValue<string>() == id)!.AsObject();
}
