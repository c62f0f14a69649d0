using Microsoft.OpenApi;

namespace CareCatalog.Web.Hsds;

/// <summary>What a list of the feed can be asked for, told in the OpenAPI document under the names of HSDS 3.1.</summary>
internal static class HumanServicesParameters
{
    private static readonly string[] Everywhere = ["search", "page", "per_page", "format"];

    private static readonly Dictionary<string, string[]> Besides = new()
    {
        ["services"] = ["taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "minimal", "full"],
        ["organizations"] = ["taxonomy_term_id", "taxonomy_id", "full", "full_service"],
        ["taxonomies"] = [],
        ["taxonomy_terms"] = ["taxonomy_id", "parent_id", "top_only"],
    };

    private static readonly Dictionary<string, (JsonSchemaType Type, string? Format, string Description)> Known = new()
    {
        ["search"] = (JsonSchemaType.String, null, "Words that stand in the name, and for services in the description or the eligibility."),
        ["page"] = (JsonSchemaType.Integer, "int32", "Which page, from 1."),
        ["per_page"] = (JsonSchemaType.Integer, "int32", "How many on a page, 1 to 500; 50 when left out."),
        ["format"] = (JsonSchemaType.String, null, "json, or ndjson for all of them without pages, one a line."),
        ["taxonomy_term_id"] = (JsonSchemaType.String, "uuid", "Only what has an attribute of this term."),
        ["taxonomy_id"] = (JsonSchemaType.String, "uuid", "Only what has an attribute, or is a term, of this taxonomy."),
        ["organization_id"] = (JsonSchemaType.String, "uuid", "Only what this organization is responsible for, first or further."),
        ["modified_after"] = (JsonSchemaType.String, "date-time", "Only what changed at this time or later; a day begins at midnight UTC."),
        ["minimal"] = (JsonSchemaType.Boolean, null, "Ids and dates only, all on one page."),
        ["full"] = (JsonSchemaType.Boolean, null, "With all that belongs to each."),
        ["full_service"] = (JsonSchemaType.Boolean, null, "With every service in full."),
        ["parent_id"] = (JsonSchemaType.String, "uuid", "Only the terms under this one."),
        ["top_only"] = (JsonSchemaType.Boolean, null, "Only the terms under none."),
    };

    /// <summary>The parameters of a list.</summary>
    public static IEnumerable<IOpenApiParameter> Of(string what) =>
        from name in (string[])[.. Everywhere, .. Besides[what]]
        let known = Known[name]
        select new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = known.Description,
            Schema = new OpenApiSchema { Type = known.Type, Format = known.Format },
        };
}
