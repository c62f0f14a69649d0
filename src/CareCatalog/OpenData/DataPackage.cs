using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CareCatalog.OpenData;

/// <summary>Writes an edition as a tabular data package of HSDS 3.1: a descriptor and a table for each kind of thing.</summary>
public static class DataPackage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly (string Name, string[] Columns)[] Tables =
    [
        ("organizations", ["id", "name", "alternate_name", "description"]),
        ("services", ["id", "organization_id", "name", "description", "status", "eligibility_description", "minimum_age", "maximum_age"]),
        ("service_areas", ["id", "service_id", "name", "uri"]),
        ("attributes", ["id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value", "label"]),
        ("taxonomies", ["id", "name", "description", "version"]),
        ("taxonomy_terms", ["id", "code", "name", "description", "parent_id", "language", "taxonomy_id"]),
    ];

    /// <summary>Writes the files into a folder.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(CatalogEdition edition, string folder)
    {
        ArgumentNullException.ThrowIfNull(edition);
        Directory.CreateDirectory(folder);
        var services = new HumanServices(edition);
        var resources = new JsonArray();
        foreach (var (name, columns) in Tables)
        {
            using var file = File.Create(Path.Combine(folder, $"{name}.csv"));
            CommaTable.Write(file, columns, RowsOf(name, services).Select(row => (IReadOnlyList<string?>)[.. columns.Select(column => row[column]?.ToString())]));
            resources.Add(Resource(name, columns));
        }
        var descriptor = new JsonObject
        {
            ["name"] = "human_services_data",
            ["title"] = "Care services for migrant children",
            ["version"] = edition.Version,
            ["profile"] = "tabular-data-package",
            ["resources"] = resources,
        };
        File.WriteAllText(Path.Combine(folder, "datapackage.json"), descriptor.ToJsonString(Readable));
        return ["datapackage.json", .. Tables.Select(table => $"{table.Name}.csv")];
    }

    private static IEnumerable<JsonObject> RowsOf(string table, HumanServices services) => table switch
    {
        "organizations" => services.Organizations().Select(pair => services.Organization(pair.Place, pair.Name)),
        "services" => services.Rows.Select(row => HumanServices.Service(row, null)),
        "service_areas" => services.Rows.Select(services.Area),
        "attributes" => services.Rows.SelectMany(services.Attributes),
        "taxonomies" => services.Taxonomies(),
        _ => services.Terms(),
    };

    private static JsonObject Resource(string name, string[] columns) => new()
    {
        ["name"] = name,
        ["path"] = $"{name}.csv",
        ["profile"] = "tabular-data-resource",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["schema"] = new JsonObject
        {
            ["primaryKey"] = "id",
            ["fields"] = new JsonArray([.. columns.Select(column => new JsonObject
            {
                ["name"] = column,
                ["type"] = column.EndsWith("_age", StringComparison.Ordinal) ? "number" : "string",
                ["constraints"] = new JsonObject { ["unique"] = column == "id", ["required"] = column is "id" },
            })]),
        },
    };
}
