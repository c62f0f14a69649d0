namespace CareCatalog;

/// <summary>Says how a list stands to a national service: as reviewed in <c>seeds/baseline.tsv</c>, else as the needs of its rows propose.</summary>
internal sealed class BaselineJudge
{
    private readonly Dictionary<(JurisdictionCode, ItemId), BaselineEntry> reviewed;
    private readonly ILookup<ItemId, Need> children;
    private readonly CatalogEdition edition;

    public BaselineJudge(CatalogEdition edition)
    {
        this.edition = edition;
        children = edition.Needs.ToLookup(need => need.Parent);
        reviewed = edition.Baseline.ToDictionary(entry => (entry.Place, entry.Service));
    }

    public Coverage Judge(ServiceItem national, CareList list)
    {
        var under = children[national.Id].ToList();
        var known = reviewed.GetValueOrDefault((list.Code, national.Id));
        var rows = known is null ? Carriers(under, list) : [.. known.Rows.Select(edition.Find).OfType<ServiceItem>()];
        var met = rows.SelectMany(row => row.Needs).ToHashSet(StringComparer.Ordinal);
        var missing = under.Where(need => national.Needs.Contains(need.Id) && !met.Contains(need.Id)).ToList();
        var added = under.Where(need => met.Contains(need.Id) && !national.Needs.Contains(need.Id)).ToList();
        return new Coverage(
            list.Code, known?.Standing ?? Proposed(rows.Count, missing.Count, added.Count), rows, added, missing,
            known?.Note ?? "", known?.EnglishNote ?? "", known is not null);
    }

    // The first need of a row is the most fitting one; a row that touches the service in passing is no carrier of it
    // while another row has it as its own.
    private static List<ServiceItem> Carriers(List<Need> under, CareList list)
    {
        var ids = under.Select(need => need.Id).ToHashSet(StringComparer.Ordinal);
        var own = list.Items.Where(item => item.Needs.Count > 0 && ids.Contains(item.Needs[0])).ToList();
        return own.Count > 0 ? own : [.. list.Items.Where(item => item.Needs.Any(ids.Contains))];
    }

    private static Standing Proposed(int rows, int missing, int added) =>
        rows == 0 ? Standing.Lacks : missing > 0 ? Standing.Narrower : added > 0 ? Standing.More : Standing.Has;
}
