using System.Globalization;
using System.Text.Json.Nodes;

namespace CareCatalog.OpenData;

/// <summary>
/// An edition as services, organizations and taxonomy terms of the Human Services Data Specification 3.1 (Open Referral). Needs,
/// circumstances, row number, edition and document are attributes, each under a term; a member without a value is left out.
/// </summary>
public sealed class HumanServices
{
    private readonly CatalogEdition edition;
    private readonly Dictionary<string, Need> needs;
    private readonly Dictionary<string, DepartmentEntry> departments;

    /// <summary>Prepares an edition.</summary>
    public HumanServices(CatalogEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        this.edition = edition;
        needs = edition.Needs.ToDictionary(need => need.Id);
        departments = edition.Departments.ToDictionary(entry => entry.Name);
    }

    /// <summary>The taxonomy of needs.</summary>
    public static readonly Guid NeedsTaxonomy = NameUuid.Of("taxonomy/needs");

    /// <summary>The taxonomy of circumstances.</summary>
    public static readonly Guid CircumstancesTaxonomy = NameUuid.Of("taxonomy/circumstances");

    /// <summary>The taxonomy of what is noted about a row: its number, its edition, its document, further departments.</summary>
    public static readonly Guid RecordTaxonomy = NameUuid.Of("taxonomy/record");

    private static readonly (string Id, string Name, string Description)[] Record =
    [
        ("row", "Row number", "The row of the published list: the place's code and the number in the list."),
        ("edition", "Edition", "The content hash of the catalogue that this was read from."),
        ("document", "Document", "The title of the document that holds the row."),
        ("department", "Further department", "A department that is responsible besides the first."),
    ];

    /// <summary>Every row of the edition.</summary>
    public IEnumerable<ServiceItem> Rows => edition.Lists.SelectMany(list => list.Items);

    /// <summary>The id of a row.</summary>
    public static Guid IdOf(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return NameUuid.Of($"service/{item.Id}");
    }

    /// <summary>The id of a department of a place.</summary>
    public static Guid OrganizationId(JurisdictionCode place, string name) => NameUuid.Of($"organization/{place}/{name}");

    /// <summary>The id of a need, or of a national service, as a taxonomy term.</summary>
    public static Guid TermId(string id) => NameUuid.Of($"term/{id}");

    /// <summary>The id of a circumstance as a taxonomy term; some are called as a need is.</summary>
    public static Guid CircumstanceId(string id) => NameUuid.Of($"term/circumstance/{id}");

    /// <summary>The id of something noted about a row as a taxonomy term.</summary>
    public static Guid RecordId(string id) => NameUuid.Of($"term/record/{id}");

    /// <summary>The ids of the terms under which a row has attributes.</summary>
    public static IEnumerable<Guid> TermsOf(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Needs.Select(TermId).Concat(item.Eligibility.Circumstances.Select(CircumstanceId))
            .Concat(Record.Where(note => note.Id != "department" || DepartmentsOf(item).Skip(1).Any()).Select(note => RecordId(note.Id)));
    }

    /// <summary>The ids of the taxonomies under which a row has attributes.</summary>
    public static IEnumerable<Guid> TaxonomiesOf(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Needs.Count > 0) yield return NeedsTaxonomy;
        if (item.Eligibility.Circumstances.Count > 0) yield return CircumstancesTaxonomy;
        yield return RecordTaxonomy;
    }

    /// <summary>The names of a row's departments, each by itself.</summary>
    public static IEnumerable<string> DepartmentsOf(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Departments.SelectMany(name => name.Split('\u3001'));
    }

    /// <summary>A row with its own members only.</summary>
    /// <param name="item">The row.</param>
    /// <param name="modified">When it last changed; null when no edition tells.</param>
    public static JsonObject Service(ServiceItem item, DateTimeOffset? modified)
    {
        ArgumentNullException.ThrowIfNull(item);
        var service = new JsonObject
        {
            ["id"] = IdOf(item).ToString(),
            ["organization_id"] = OrganizationId(item.Id.Jurisdiction, DepartmentsOf(item).First()).ToString(),
            ["name"] = item.Service,
            ["description"] = item.Content,
            ["status"] = "active",
            ["eligibility_description"] = item.Audience,
        };
        if (item.Eligibility is { Ages: { } ages, AgesForPartOnly: false })
        {
            service["minimum_age"] = ages.FromMonths / 12;
            service["maximum_age"] = ages.ToMonths / 12;
        }
        if (modified is { } when) service["last_modified"] = Moment(when);
        return service;
    }

    /// <summary>A moment as the specification writes it: in UTC, to the millisecond.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A row with what it has one of: its first department.</summary>
    /// <param name="item">The row.</param>
    /// <param name="modified">When it last changed; null when no edition tells.</param>
    public JsonObject ListedService(ServiceItem item, DateTimeOffset? modified)
    {
        var service = Service(item, modified);
        service["organization"] = Organization(item.Id.Jurisdiction, DepartmentsOf(item).First());
        return service;
    }

    /// <summary>A row with all that belongs to it.</summary>
    /// <param name="item">The row.</param>
    /// <param name="modified">When it last changed; null when no edition tells.</param>
    public JsonObject FullService(ServiceItem item, DateTimeOffset? modified)
    {
        var service = ListedService(item, modified);
        service["service_areas"] = new JsonArray(Area(item));
        service["attributes"] = new JsonArray([.. Attributes(item)]);
        return service;
    }

    /// <summary>The place a row holds for.</summary>
    public JsonObject Area(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new JsonObject
        {
            ["id"] = NameUuid.Of($"area/{item.Id}").ToString(),
            ["service_id"] = IdOf(item).ToString(),
            ["name"] = edition.ListOf(item.Id.Jurisdiction)?.Name ?? item.Id.Jurisdiction.Value,
            ["uri"] = $"urn:gb2260:{item.Id.Jurisdiction}",
        };
    }

    /// <summary>Needs and circumstances as terms; row, edition, document and further departments as values.</summary>
    public IEnumerable<JsonObject> Attributes(ServiceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        foreach (var id in item.Needs) yield return Attribute(item, "need", id, NeedTerm(id));
        foreach (var id in item.Eligibility.Circumstances) yield return Attribute(item, "circumstance", id, CircumstanceTerm(id));
        yield return Attribute(item, "row", item.Id.ToString(), RecordTerm("row"));
        yield return Attribute(item, "edition", edition.Version, RecordTerm("edition"));
        yield return Attribute(item, "document", item.Provenance.Document.Title, RecordTerm("document"));
        foreach (var name in DepartmentsOf(item).Skip(1)) yield return Attribute(item, "department", name, RecordTerm("department"));
    }

    /// <summary>The departments of every place, in the order of their first rows.</summary>
    public IEnumerable<(JurisdictionCode Place, string Name)> Organizations() =>
        Rows.SelectMany(item => DepartmentsOf(item).Select(name => (item.Id.Jurisdiction, name))).Distinct();

    /// <summary>A department of a place.</summary>
    public JsonObject Organization(JurisdictionCode place, string name)
    {
        var english = departments.GetValueOrDefault(name)?.EnglishName ?? name;
        return new JsonObject
        {
            ["id"] = OrganizationId(place, name).ToString(),
            ["name"] = name,
            ["alternate_name"] = english,
            ["description"] = $"{english}, {edition.Find(place)?.EnglishName ?? place.Value} ({place})",
        };
    }

    /// <summary>A department of a place with the rows it is responsible for.</summary>
    /// <param name="place">The place.</param>
    /// <param name="name">The department.</param>
    /// <param name="write">Writes a row.</param>
    public JsonObject FullOrganization(JurisdictionCode place, string name, Func<ServiceItem, JsonObject> write)
    {
        var organization = Organization(place, name);
        organization["services"] = new JsonArray([.. RowsOf(place, name).Select(write)]);
        return organization;
    }

    /// <summary>The rows a department of a place is responsible for.</summary>
    public IEnumerable<ServiceItem> RowsOf(JurisdictionCode place, string name) =>
        edition.ListOf(place)?.Items.Where(item => DepartmentsOf(item).Contains(name)) ?? [];

    /// <summary>The taxonomies.</summary>
    public IReadOnlyList<JsonObject> Taxonomies() =>
    [
        Taxonomy(NeedsTaxonomy, "Needs", "What families need, under the services of the national index."),
        Taxonomy(CircumstancesTaxonomy, "Circumstances", "Circumstances that services are restricted to."),
        Taxonomy(RecordTaxonomy, "Record", "What is noted about a service: its row, its edition, its document, further departments."),
    ];

    /// <summary>The terms of all taxonomies: the national services, the needs under them, the circumstances, what is noted.</summary>
    public IEnumerable<JsonObject> Terms()
    {
        foreach (var row in edition.ListOf(JurisdictionCode.Nation)?.Items ?? []) yield return Term(TermId($"{row.Id}"), $"{row.Id}", row.Service, row.Content, null, NeedsTaxonomy);
        foreach (var need in edition.Needs) yield return NeedTerm(need.Id)!;
        foreach (var circumstance in edition.Circumstances) yield return CircumstanceTerm(circumstance.Id)!;
        foreach (var (id, _, _) in Record) yield return RecordTerm(id);
    }

    private JsonObject? NeedTerm(string id) => needs.TryGetValue(id, out var need)
        ? Term(TermId(id), id, need.Name, need.EnglishName, TermId($"{need.Parent}"), NeedsTaxonomy)
        : null;

    private JsonObject? CircumstanceTerm(string id) => edition.Circumstances.FirstOrDefault(known => known.Id == id) is { } circumstance
        ? Term(CircumstanceId(id), $"circumstance/{id}", circumstance.Name, circumstance.EnglishName, null, CircumstancesTaxonomy)
        : null;

    private static JsonObject RecordTerm(string id)
    {
        var (_, name, description) = Array.Find(Record, note => note.Id == id);
        return Term(RecordId(id), $"record/{id}", name, description, null, RecordTaxonomy, "eng");
    }

    // The specification has no code twice, whatever the taxonomy.
    private static JsonObject Term(Guid id, string code, string name, string description, Guid? parent, Guid taxonomy, string language = "zho")
    {
        var term = new JsonObject { ["id"] = id.ToString(), ["code"] = code, ["name"] = name, ["description"] = description, ["language"] = language, ["taxonomy_id"] = taxonomy.ToString() };
        if (parent is { } above) term["parent_id"] = above.ToString();
        return term;
    }

    private JsonObject Taxonomy(Guid id, string name, string description) =>
        new() { ["id"] = id.ToString(), ["name"] = name, ["description"] = description, ["version"] = edition.Version };

    private static JsonObject Attribute(ServiceItem item, string kind, string value, JsonObject? term)
    {
        var attribute = new JsonObject
        {
            ["id"] = NameUuid.Of($"attribute/{item.Id}/{kind}/{value}").ToString(),
            ["link_id"] = IdOf(item).ToString(),
            ["link_type"] = kind,
            ["link_entity"] = "service",
            ["value"] = value,
            ["label"] = kind,
        };
        if (term is null) return attribute;
        attribute["taxonomy_term_id"] = (string)term["id"]!;
        attribute["taxonomy_term"] = term;
        return attribute;
    }
}
