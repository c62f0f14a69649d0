using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>All rows of an edition, side by side for searching. Immutable; built once for each edition.</summary>
internal sealed class ConsoleIndex
{
    private static readonly ConditionalWeakTable<CatalogEdition, ConsoleIndex> Built = [];

    private ConsoleIndex(CatalogEdition edition, CharacterTable characters)
    {
        Edition = edition;
        var needs = edition.Needs.ToFrozenDictionary(need => need.Id);
        var domains = edition.Domains.ToDictionary(entry => entry.Domain, entry => entry.Name);
        Rows = [.. edition.Lists.SelectMany(list => list.Items.Select(item => new ConsoleRow(
            item, list.Name, domains.GetValueOrDefault(item.Domain, item.Domain.ToString()), needs, characters)))];
        ById = Rows.ToFrozenDictionary(row => row.Item.Id.ToString());
        Places = [.. edition.Lists.Select(list => (list.Code, FoldedText.Of(list.Name, characters).Text))];
    }

    public CatalogEdition Edition { get; }

    /// <summary>The rows, the nation's first.</summary>
    public IReadOnlyList<ConsoleRow> Rows { get; }

    public FrozenDictionary<string, ConsoleRow> ById { get; }

    /// <summary>The places with lists, by their folded names.</summary>
    public IReadOnlyList<(JurisdictionCode Code, string Name)> Places { get; }

    public static ConsoleIndex Of(CatalogEdition edition, CharacterTable characters) => Built.GetValue(edition, built => new ConsoleIndex(built, characters));
}
