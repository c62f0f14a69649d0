using System.Globalization;
using System.Text.Json.Nodes;
using CareCatalog.OpenData;

namespace CareCatalog.Web.Hsds;

/// <summary>What a list of the feed is asked for.</summary>
internal sealed record HumanServicesQuery
{
    private const int LargestPage = 500;

    /// <summary>One thing, with all that belongs to it.</summary>
    public static readonly HumanServicesQuery Full = new() { IsFull = true };

    public bool IsFull { get; private init; }

    public bool HasFullServices { get; private init; }

    public bool IsMinimal { get; private init; }

    public bool IsStream { get; private init; }

    private int Page { get; init; } = 1;

    private int Size { get; init; } = 50;

    private string? Search { get; init; }

    private Guid? Term { get; init; }

    private Guid? Taxonomy { get; init; }

    private Guid? Organization { get; init; }

    private Guid? Parent { get; init; }

    private bool TopOnly { get; init; }

    private DateTimeOffset? ModifiedAfter { get; init; }

    /// <summary>Whether neither a term nor a taxonomy is asked for.</summary>
    public bool IsAnyTerm => Term is null && Taxonomy is null;

    /// <summary>Reads a query string; null, and the reason, when a value is not one.</summary>
    public static (HumanServicesQuery? Query, string? Refusal) Read(IQueryCollection query)
    {
        string? refusal = null;
        string? Text(string name) => query[name].FirstOrDefault();
        Guid? Id(string name)
        {
            if (Text(name) is not { } text) return null;
            if (Guid.TryParseExact(text, "D", out var id)) return id;
            refusal ??= $"{name} is not a UUID.";
            return null;
        }
        int Count(string name, int unset, int most)
        {
            if (Text(name) is not { } text) return unset;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most) return count;
            refusal ??= $"{name} is not a number from 1 to {most}.";
            return unset;
        }
        bool Flag(string name)
        {
            if (Text(name) is null or "false") return false;
            if (Text(name) != "true") refusal ??= $"{name} is neither true nor false.";
            return true;
        }
        DateTimeOffset? Moment(string name)
        {
            if (Text(name) is not { } text) return null;
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
            refusal ??= $"{name} is not a date and time.";
            return null;
        }
        if (Text("format") is not (null or "json" or "ndjson")) refusal = "format is neither json nor ndjson.";
        var read = new HumanServicesQuery
        {
            IsFull = Flag("full"),
            HasFullServices = Flag("full_service"),
            IsMinimal = Flag("minimal"),
            IsStream = Text("format") == "ndjson",
            Page = Count("page", 1, int.MaxValue / LargestPage),
            Size = Flag("minimal") ? int.MaxValue / 2 : Count("per_page", 50, LargestPage),
            Search = Text("search"),
            Term = Id("taxonomy_term_id"),
            Taxonomy = Id("taxonomy_id"),
            Organization = Id("organization_id"),
            Parent = Id("parent_id"),
            TopOnly = Flag("top_only"),
            ModifiedAfter = Moment("modified_after"),
        };
        return refusal is null ? (read, null) : (null, refusal);
    }

    public bool Matches(string? name) => Search is null || name?.Contains(Search, StringComparison.OrdinalIgnoreCase) == true;

    // A row of which no edition tells when it changed may have changed.
    public bool Matches(ServiceItem row, DateTimeOffset? modified) =>
        (Search is null || Matches(row.Service) || Matches(row.Content) || Matches(row.Audience))
        && MatchesTerms(row)
        && (Organization is null || HumanServices.DepartmentsOf(row).Any(name => HumanServices.OrganizationId(row.Id.Jurisdiction, name) == Organization))
        && (ModifiedAfter is null || modified is null || modified >= ModifiedAfter);

    public bool MatchesTerms(ServiceItem row) =>
        (Term is not { } term || HumanServices.TermsOf(row).Contains(term)) && (Taxonomy is not { } taxonomy || HumanServices.TaxonomiesOf(row).Contains(taxonomy));

    public bool MatchesTerm(JsonObject term) =>
        (Matches((string?)term["name"]) || Matches((string?)term["description"]))
        && (Taxonomy is null || (string?)term["taxonomy_id"] == Taxonomy.ToString())
        && (Parent is null || (string?)term["parent_id"] == Parent.ToString())
        && (!TopOnly || term["parent_id"] is null);

    /// <summary>A page with all members the specification names.</summary>
    public JsonObject PageOf(IEnumerable<Entry> entries)
    {
        var all = entries.ToList();
        var size = Math.Min(Size, Math.Max(1, all.Count));
        var shown = all.Skip((Page - 1) * size).Take(size).ToList();
        var pages = (all.Count + size - 1) / size;
        return new JsonObject
        {
            ["total_items"] = all.Count,
            ["total_pages"] = pages,
            ["page_number"] = Page,
            ["size"] = shown.Count,
            ["first_page"] = Page == 1,
            ["last_page"] = Page >= pages,
            ["empty"] = shown.Count == 0,
            ["contents"] = new JsonArray([.. shown.Select(entry => entry.Write())]),
        };
    }
}
