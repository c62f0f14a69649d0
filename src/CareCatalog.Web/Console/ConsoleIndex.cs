using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CareCatalog.Search.Text;

namespace CareCatalog.Web.Console;

/// <summary>All rows of an edition, side by side for searching. Immutable; built once for each edition.</summary>
internal sealed class ConsoleIndex
{
    private static readonly ConditionalWeakTable<CatalogEdition, Lazy<ConsoleIndex>> Built = [];

    private readonly FrozenDictionary<ItemId, int> numbers;
    private readonly CharacterRows characterRows;

    private ConsoleIndex(CatalogEdition edition, CharacterTable characters)
    {
        Edition = edition;
        var needs = edition.Needs.ToFrozenDictionary(need => need.Id);
        var domains = edition.Domains.ToDictionary(entry => entry.Domain, entry => entry.Name);
        var bodies = edition.Departments.DistinctBy(entry => entry.Name).ToFrozenDictionary(entry => entry.Name, entry => entry.EnglishName);
        Rows = [.. edition.Lists.SelectMany(list => list.Items.Select(item => new ConsoleRow(
            item, $"{list.Name} {edition.Find(list.Code)?.EnglishName}", domains.GetValueOrDefault(item.Domain, item.Domain.ToString()), bodies, this, needs, characters)))];
        numbers = Rows.Select((row, number) => (row.Item.Id, number)).ToFrozenDictionary(row => row.Id, row => row.number);
        characterRows = new CharacterRows(Rows);
        Names = [.. edition.Lists.SelectMany(list => NamesOf(list, edition).Select(name => (list.Code, FoldedText.Of(name, characters).Text)))];
    }

    public CatalogEdition Edition { get; }

    /// <summary>The rows, the nation's first.</summary>
    public IReadOnlyList<ConsoleRow> Rows { get; }

    /// <summary>The codes of the places with rows.</summary>
    public FacetValues Places { get; } = new();

    /// <summary>The labels of the fields.</summary>
    public FacetValues Domains { get; } = new();

    /// <summary>The circumstances that rows are restricted to, by id.</summary>
    public FacetValues Circumstances { get; } = new();

    /// <summary>The departments, as printed.</summary>
    public FacetValues Departments { get; } = new();

    /// <summary>The folded names of the places with lists: as printed, without the last character, which says what kind of place it is, and in English.</summary>
    public IReadOnlyList<(JurisdictionCode Code, string Name)> Names { get; }

    /// <summary>The rows that may hold the words, and those named besides.</summary>
    public IEnumerable<ConsoleRow> Candidates(IReadOnlyList<string> words, IEnumerable<ItemId> besides)
    {
        if (words.Count == 0) return Rows;
        var candidates = characterRows.Holding(words);
        foreach (var id in besides) candidates[numbers[id]] = true;
        return Rows.Where((_, number) => candidates[number]);
    }

    /// <summary>The index of an edition; who asks while it is being built waits for it.</summary>
    public static ConsoleIndex Of(CatalogEdition edition, CharacterTable characters) =>
        Built.GetValue(edition, built => new Lazy<ConsoleIndex>(() => new ConsoleIndex(built, characters))).Value;

    private static IEnumerable<string> NamesOf(CareList list, CatalogEdition edition)
    {
        yield return list.Name;
        if (list.Name.Length > 2) yield return list.Name[..^1];
        if (edition.Find(list.Code) is { EnglishName.Length: > 0 } place) yield return place.EnglishName;
    }
}
