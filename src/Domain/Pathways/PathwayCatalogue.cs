using Mentorship.Domain.Data;

namespace Mentorship.Domain.Pathways;

/// <summary>Every pathway the service knows, from an embedded file that is validated once, when first used.</summary>
public sealed class PathwayCatalogue
{
    private static readonly Lazy<PathwayCatalogue> Loaded = new(() => CatalogueReader.Read(DataFile.Embedded(FileName)));

    private readonly Dictionary<string, Pathway> byId;

    internal PathwayCatalogue(string schema, NormDefaults defaults, IReadOnlyList<MilestoneSet> milestoneSets, IReadOnlyList<Pathway> all)
    {
        (Schema, Defaults, MilestoneSets, All) = (schema, defaults, milestoneSets, all);
        byId = all.ToDictionary(pathway => pathway.Id, StringComparer.Ordinal);
    }

    /// <exception cref="DataBroken">The embedded catalogue breaks its own rules.</exception>
    public static PathwayCatalogue Current => Loaded.Value;

    public string Schema { get; }

    public NormDefaults Defaults { get; }

    public IReadOnlyList<MilestoneSet> MilestoneSets { get; }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<Pathway> All { get; }

    internal static string FileName => "Pathways.pathways.json";

    public Pathway? Find(string id) => byId.GetValueOrDefault(id);

    /// <exception cref="NotFound">No pathway has this id.</exception>
    public Pathway Get(string id) => Find(id) ?? throw new NotFound("pathway");
}
