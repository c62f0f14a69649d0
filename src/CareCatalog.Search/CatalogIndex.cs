using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CareCatalog.Search.Text;

namespace CareCatalog.Search;

/// <summary>
/// The index over an edition: postings for each list, so that a question about one place touches only that place's rows.
/// Immutable; safe to share between threads.
/// </summary>
public sealed class CatalogIndex
{
    private static readonly ConditionalWeakTable<CatalogEdition, CatalogIndex> Built = [];

    private readonly TermNumbers numbers = new();
    private readonly Lazy<NationwidePostings> nationwide;
    private readonly string key;
    private readonly FrozenDictionary<JurisdictionCode, ListIndex> lists;

    private CatalogIndex(string key, TermNumbers numbers, FrozenDictionary<JurisdictionCode, ListIndex> lists)
    {
        this.key = key;
        this.numbers = numbers;
        this.lists = lists;
        nationwide = Nationwide();
    }

    private CatalogIndex(CatalogEdition edition, CharacterTable characters)
    {
        key = KeyOf(edition, characters);
        lists = edition.Lists.ToFrozenDictionary(list => list.Code, list => new ListIndex(list, numbers, characters));
        numbers.Weigh(lists.Values.SelectMany(list => list.All), edition.Lists.Sum(list => list.Items.Count + list.Passages.Count));
        nationwide = Nationwide();
    }

    /// <summary>The index of an edition, built once for each.</summary>
    public static CatalogIndex Of(CatalogEdition edition, CharacterTable characters) =>
        Built.GetValue(edition, built => new CatalogIndex(built, characters));

    /// <summary>The rows of one list that answer a query, best first; empty when the place has no list.</summary>
    public IReadOnlyList<Match> Search(SearchQuery query) =>
        lists.TryGetValue(query.Jurisdiction, out var list) ? list.Search(query, TermsOf(query.Text), numbers) : [];

    /// <summary>The passages of one jurisdiction that answer a query, best first.</summary>
    public IReadOnlyList<PassageMatch> SearchPassages(SearchQuery query) =>
        lists.TryGetValue(query.Jurisdiction, out var list) ? list.SearchPassages(query, TermsOf(query.Text), numbers) : [];

    /// <summary>How a row's score for a query is made up; null when the place has no such row.</summary>
    public Explanation? Explain(SearchQuery query, ItemId id) =>
        lists.TryGetValue(id.Jurisdiction, out var list) ? list.Explain(query, TermsOf(query.Text), numbers, id) : null;

    /// <summary>The rows of the whole country whose words are likest to a text, best first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many rows at most.</param>
    public IReadOnlyList<(ServiceItem Row, double Score)> SearchEverywhere(FoldedText text, int most)
    {
        return nationwide.Value.Search(TermsOf(text), numbers, most);
    }

    /// <summary>Writes the index, so that the next host need not build it.</summary>
    public void Save(Stream output) => IndexFile.Write(output, key, numbers, lists);

    /// <summary>Takes up an index written before; from then on <see cref="Of"/> gives it for this edition.</summary>
    /// <param name="input">The file.</param>
    /// <param name="edition">The edition it should be of.</param>
    /// <param name="characters">The table it should have been built with.</param>
    /// <param name="refusal">Why it is not taken; null when it is.</param>
    /// <returns>False when it does not fit or is damaged; then it must be built.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> input, CatalogEdition edition, CharacterTable characters, out string? refusal)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(characters);
        var key = KeyOf(edition, characters);
        if (IndexFile.Read(input, key, edition, out refusal) is not var (numbers, lists)) return false;
        Built.AddOrUpdate(edition, new CatalogIndex(key, numbers, lists));
        return true;
    }

    // What an index hangs on: the rows, the table of characters, and this very program, which may weigh words in another way next time.
    private static string KeyOf(CatalogEdition edition, CharacterTable characters) =>
        $"{edition.Version} {characters.Hash} {typeof(CatalogIndex).Module.ModuleVersionId:N}";

    private Lazy<NationwidePostings> Nationwide() =>
        new(() => new NationwidePostings(lists.OrderBy(list => list.Key.Value, StringComparer.Ordinal).Select(list => list.Value), numbers.Count));

    private List<int> TermsOf(FoldedText? text)
    {
        var terms = new List<int>();
        if (text is null) return terms;
        Analyzer.Analyze(text, term =>
        {
            if (numbers.TryGet(term, out var number) && !terms.Contains(number)) terms.Add(number);
        });
        return terms;
    }
}
