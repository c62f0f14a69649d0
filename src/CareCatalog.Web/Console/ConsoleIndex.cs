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
        Circumstances = [.. Rows.SelectMany(row => row.Item.Eligibility.Circumstances).Distinct()];
        Places = [.. edition.Lists.SelectMany(list => NamesOf(list, edition).Select(name => (list.Code, FoldedText.Of(name, characters).Text)))];
    }

    public CatalogEdition Edition { get; }

    /// <summary>The rows, the nation's first.</summary>
    public IReadOnlyList<ConsoleRow> Rows { get; }

    /// <summary>The places with lists, by their folded names: as printed, without the last character, which says what kind of place it is, and in English.</summary>
    public IReadOnlyList<(JurisdictionCode Code, string Name)> Places { get; }

    /// <summary>The circumstances that rows are restricted to, by id.</summary>
    public IReadOnlyList<string> Circumstances { get; }

    public static ConsoleIndex Of(CatalogEdition edition, CharacterTable characters) => Built.GetValue(edition, built => new ConsoleIndex(built, characters));

    private static IEnumerable<string> NamesOf(CareList list, CatalogEdition edition)
    {
        yield return list.Name;
        if (list.Name.Length > 2) yield return list.Name[..^1];
        if (edition.Find(list.Code) is { EnglishName.Length: > 0 } place) yield return place.EnglishName;
    }
}
