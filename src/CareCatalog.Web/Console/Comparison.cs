using CareCatalog.Channels;
using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>Sets places side by side under the services of the national index; the taxonomy of needs carries it.</summary>
internal sealed class Comparison(EditionInForce edition, CharacterTable characters)
{
    private const int MostPlaces = 3;

    /// <summary>Compares.</summary>
    /// <param name="places">Codes parted by commas; at most three count.</param>
    /// <param name="id">A row whose services are compared only; null for all.</param>
    public ComparisonView Compare(string? places, string? id)
    {
        var index = ConsoleIndex.Of(edition.Current, characters);
        var lists = (places ?? "").Split(',').Distinct().Select(text => JurisdictionCode.TryParse(text, out var code) ? edition.Current.ListOf(code) : null)
            .OfType<CareList>().Where(list => !list.Code.IsNation).Take(MostPlaces).ToList();
        var parents = edition.Current.Needs.ToDictionary(need => need.Id, need => need.Parent);
        var of = id is not null && index.ById.TryGetValue(id, out var row) ? ParentsOf(row.Item, parents) : null;
        var nation = edition.Current.ListOf(JurisdictionCode.Nation)?.Items ?? [];
        var lines = nation.Where(item => of is null || of.Contains(item.Id)).Select(item => new ComparisonLine(
            index.ById[item.Id.ToString()].Show([]),
            [.. lists.Select(list => (IReadOnlyList<RowView>)[.. list.Items.Where(other => ParentsOf(other, parents).Contains(item.Id)).Select(other => index.ById[other.Id.ToString()].Show([]))])]));
        return new ComparisonView(edition.Current.Version, [.. lists.Select(list => list.Name)], [.. lines]);
    }

    private static HashSet<ItemId> ParentsOf(ServiceItem item, Dictionary<string, ItemId> parents) =>
        item.Id.Jurisdiction.IsNation ? [item.Id] : [.. item.Needs.Select(need => parents.TryGetValue(need, out var parent) ? parent : default)];
}
