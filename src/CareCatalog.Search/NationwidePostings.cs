using System.Buffers;

namespace CareCatalog.Search;

/// <summary>
/// For each term the lists that hold it and where, so that a search over the whole country goes from term to rows without looking
/// into every list. Made when the first such search comes; turns about one place never need it.
/// </summary>
internal sealed class NationwidePostings
{
    private readonly ListIndex[] lists;
    private readonly int[] offsets;
    private readonly int[] starts;
    private readonly ushort[] listOf;
    private readonly int[] placeIn;

    public NationwidePostings(IEnumerable<ListIndex> all, int terms)
    {
        lists = [.. all];
        offsets = new int[lists.Length + 1];
        starts = new int[terms + 1];
        for (var at = 0; at < lists.Length; at++)
        {
            offsets[at + 1] = offsets[at] + lists[at].Items.RowCount;
            foreach (var term in lists[at].Items.Terms) starts[term + 1]++;
        }
        for (var term = 0; term < terms; term++) starts[term + 1] += starts[term];
        (listOf, placeIn) = (new ushort[starts[terms]], new int[starts[terms]]);
        Fill([.. starts]);
    }

    /// <summary>The rows likest to the terms, best first.</summary>
    public IReadOnlyList<(ServiceItem Row, double Score)> Search(List<int> terms, TermNumbers numbers, int most)
    {
        var scores = ArrayPool<float>.Shared.Rent(offsets[^1]);
        try
        {
            Array.Clear(scores, 0, offsets[^1]);
            foreach (var term in terms) AddTo(scores, term, numbers.IdfOf(term));
            return Best(scores, most);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private void Fill(int[] next)
    {
        for (var at = 0; at < lists.Length; at++)
        {
            var terms = lists[at].Items.Terms;
            for (var place = 0; place < terms.Length; place++)
            {
                var slot = next[terms[place]]++;
                (listOf[slot], placeIn[slot]) = ((ushort)at, place);
            }
        }
    }

    private void AddTo(float[] scores, int term, double idf)
    {
        for (var slot = starts[term]; slot < starts[term + 1]; slot++)
        {
            var list = listOf[slot];
            lists[list].Items.AddAt(scores.AsSpan(offsets[list]), placeIn[slot], idf);
        }
    }

    private List<(ServiceItem Row, double Score)> Best(float[] scores, int most)
    {
        var best = new PriorityQueue<int, float>(most + 1);
        var least = 0f;
        for (var row = 0; row < offsets[^1]; row++)
        {
            if (scores[row] <= least) continue;
            best.Enqueue(row, scores[row]);
            if (best.Count > most) best.Dequeue();
            if (best.Count == most && best.TryPeek(out _, out var lowest)) least = lowest;
        }
        var found = new List<(ServiceItem, double)>(best.Count);
        while (best.TryDequeue(out var row, out var score)) found.Add((RowAt(row), score));
        found.Reverse();
        return found;
    }

    private ServiceItem RowAt(int row)
    {
        var list = Array.BinarySearch(offsets, row);
        if (list < 0) list = ~list - 1;
        // Lists without rows begin where the next one does.
        while (offsets[list + 1] == row) list++;
        return lists[list].RowAt(row - offsets[list]);
    }
}
