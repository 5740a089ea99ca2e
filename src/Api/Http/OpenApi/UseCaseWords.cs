using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>The summaries of the use cases, from the documentation file that the compiler writes beside the assembly, as Markdown.</summary>
internal sealed class UseCaseWords
{
    private readonly Lazy<Dictionary<string, XElement>> _summaries = new(Load);

    public string? SummaryOf(Type useCase) =>
        _summaries.Value.TryGetValue($"T:{useCase.FullName}", out var summary) ? OneLine(Markdown(summary)) : null;

    private static Dictionary<string, XElement> Load()
    {
        var file = Path.ChangeExtension(typeof(UseCaseWords).Assembly.Location, ".xml");
        if (!File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member").Where(m => m.Element("summary") is not null)
            .ToDictionary(m => (string)m.Attribute("name")!, m => m.Element("summary")!);
    }

    private static string Markdown(XElement element) => element.Nodes().Aggregate(new StringBuilder(), (text, node) => text.Append(node switch
    {
        XText words => words.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{JsonNamingPolicy.CamelCase.ConvertName((string)parameter.Attribute("name")!)}`",
        XElement { Name.LocalName: "see" } see => ((string)see.Attribute("cref")!).Split('.')[^1],
        XElement other => Markdown(other) + " ",
        _ => "",
    })).ToString();

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
