using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CareCatalog.OpenData;

/// <summary>Writes an edition as a tabular data package of HSDS 3.1: a descriptor and a table for each kind of thing.</summary>
public static class DataPackage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // Columns marked ! may not be blank.
    private static readonly (string Name, string File, string[] Columns)[] Tables =
    [
        ("organization", "organizations", ["id!", "name!", "alternate_name", "description!"]),
        ("service", "services", ["id!", "organization_id!", "name!", "description", "status!", "eligibility_description", "minimum_age", "maximum_age"]),
        ("service_area", "service_areas", ["id!", "service_id", "name", "uri"]),
        ("attribute", "attributes", ["id!", "link_id!", "taxonomy_term_id!", "link_type", "link_entity!", "value", "label"]),
        ("taxonomy", "taxonomies", ["id!", "name!", "description!", "version"]),
        ("taxonomy_term", "taxonomy_terms", ["id!", "code", "name!", "description!", "parent_id", "language", "taxonomy_id"]),
    ];

    // An attribute may hang on any table by link_id, so that there is no key for it; parent_id stays within its own table.
    private static readonly Dictionary<string, string> References = new()
    {
        ["organization_id"] = "organization",
        ["service_id"] = "service",
        ["taxonomy_term_id"] = "taxonomy_term",
        ["taxonomy_id"] = "taxonomy",
        ["parent_id"] = "",
    };

    /// <summary>Writes the files into a folder.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(CatalogEdition edition, string folder)
    {
        ArgumentNullException.ThrowIfNull(edition);
        Directory.CreateDirectory(folder);
        var services = new HumanServices(edition);
        var resources = new JsonArray();
        foreach (var (name, path, marked) in Tables)
        {
            var columns = Array.ConvertAll(marked, column => column.TrimEnd('!'));
            using var file = File.Create(Path.Combine(folder, $"{path}.csv"));
            CommaTable.Write(file, columns, RowsOf(name, services).Select(row => (IReadOnlyList<string?>)[.. columns.Select(column => row[column]?.ToString())]), CommaTable.ForPrograms);
            resources.Add(Resource(name, path, marked));
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
        return ["datapackage.json", .. Tables.Select(table => $"{table.File}.csv")];
    }

    private static IEnumerable<JsonObject> RowsOf(string table, HumanServices services) => table switch
    {
        "organization" => services.Organizations().Select(pair => services.Organization(pair.Place, pair.Name)),
        "service" => services.Rows.Select(row => HumanServices.Service(row, null)),
        "service_area" => services.Rows.Select(services.Area),
        "attribute" => services.Rows.SelectMany(services.Attributes),
        "taxonomy" => services.Taxonomies(),
        _ => services.Terms(),
    };

    private static JsonObject Resource(string name, string file, string[] marked) => new()
    {
        ["name"] = name,
        ["path"] = $"{file}.csv",
        ["profile"] = "tabular-data-resource",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["schema"] = Schema(marked),
    };

    private static JsonObject Schema(string[] marked)
    {
        var schema = new JsonObject { ["primaryKey"] = "id", ["fields"] = new JsonArray([.. marked.Select(Field)]) };
        var keys = marked.Select(column => column.TrimEnd('!')).Where(References.ContainsKey).Select(ForeignKey).ToArray();
        // The profile refuses an empty list of keys.
        if (keys.Length > 0) schema["foreignKeys"] = new JsonArray(keys);
        return schema;
    }

    private static JsonObject Field(string marked)
    {
        var name = marked.TrimEnd('!');
        var field = new JsonObject { ["name"] = name, ["type"] = name.EndsWith("_age", StringComparison.Ordinal) ? "number" : "string" };
        if (name == "id" || References.ContainsKey(name)) field["format"] = "uuid";
        var constraints = new JsonObject { ["required"] = marked.EndsWith('!'), ["unique"] = name is "id" or "code" };
        if (name == "status") constraints["enum"] = new JsonArray("active", "inactive", "defunct", "temporarily closed");
        field["constraints"] = constraints;
        return field;
    }

    private static JsonObject ForeignKey(string column) => new()
    {
        ["fields"] = column,
        ["reference"] = new JsonObject { ["resource"] = References[column], ["fields"] = "id" },
    };
}
