namespace CareCatalog.Search;

/// <summary>Numbers for the terms of an index, and how rare each is over the whole edition.</summary>
internal sealed class TermNumbers
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private double[] idf = [];

    public TermNumbers() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many terms there are.</summary>
    public int Count => numbers.Count;

    public int Add(ReadOnlySpan<char> term)
    {
        if (lookup.TryGetValue(term, out var number)) return number;
        lookup[term] = number = numbers.Count;
        return number;
    }

    public bool TryGet(ReadOnlySpan<char> term, out int number) => lookup.TryGetValue(term, out number);

    /// <summary>Inverse document frequency, above 0.</summary>
    public double IdfOf(int number) => idf[number];

    /// <summary>Counts in how many documents each term occurs, once all are added.</summary>
    public void Weigh(IEnumerable<Postings> lists, int documents)
    {
        var counts = new int[numbers.Count];
        foreach (var list in lists)
            foreach (var term in list.Terms) counts[term] += list.RowsWith(term);
        idf = Array.ConvertAll(counts, count => Math.Log(1 + ((documents - count + 0.5) / (count + 0.5))));
    }

    /// <summary>The terms in the order of their numbers, each with how rare it is.</summary>
    public IEnumerable<(string Term, double Idf)> All => numbers.OrderBy(pair => pair.Value).Select(pair => (pair.Key, idf[pair.Value]));

    /// <summary>Takes terms with their rarity, in the order of their numbers.</summary>
    public void Restore(IReadOnlyList<(string Term, double Idf)> all)
    {
        numbers.EnsureCapacity(all.Count);
        foreach (var (term, _) in all) numbers.Add(term, numbers.Count);
        idf = [.. all.Select(pair => pair.Idf)];
    }
}
