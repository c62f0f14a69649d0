using System.Runtime.InteropServices;
using CareCatalog.Search.Text;

namespace CareCatalog.Search;

/// <summary>
/// The postings of one list: for each of its terms, the rows that hold it with their BM25F weight (fields weighted, length
/// normalised, saturated), so that a query adds up idf × weight. Source of the formula: Robertson and Zaragoza, 2009.
/// </summary>
internal sealed class Postings
{
    private const double K1 = 1.2;
    private const double B = 0.5;

    private readonly int[] terms;
    private readonly int[] starts;
    private readonly ushort[] rows;
    private readonly ushort[] weights;

    // A weight is below K1 + 1; in sixteen bits it is sure to 3 in 100,000, and the index of the whole country half as large.
    private const double Step = (K1 + 1) / ushort.MaxValue;

    private Postings(int rowCount, int[] terms, int[] starts, ushort[] rows, ushort[] weights)
    {
        RowCount = rowCount;
        this.terms = terms;
        this.starts = starts;
        this.rows = rows;
        this.weights = weights;
    }

    public int RowCount { get; }

    /// <summary>The terms that occur, each once.</summary>
    public ReadOnlySpan<int> Terms => terms;

    /// <summary>In how many rows a term occurs.</summary>
    public int RowsWith(int term) => Array.BinarySearch(terms, term) is >= 0 and var at ? starts[at + 1] - starts[at] : 0;

    /// <summary>Adds the weight of a term in every row that holds it, times <paramref name="idf"/>.</summary>
    public void AddTo(Span<double> scores, int term, double idf)
    {
        var at = Array.BinarySearch(terms, term);
        if (at < 0) return;
        var step = idf * Step;
        for (var i = starts[at]; i < starts[at + 1]; i++) scores[rows[i]] += step * weights[i];
    }

    /// <summary>The same for the term at a place of <see cref="Terms"/>, for scores of the whole country.</summary>
    public void AddAt(Span<float> scores, int at, double idf)
    {
        var step = (float)(idf * Step);
        for (var i = starts[at]; i < starts[at + 1]; i++) scores[rows[i]] += step * weights[i];
    }

    /// <summary>Builds the postings of documents, each a sequence of weighted fields.</summary>
    public static Postings Build(IReadOnlyList<IReadOnlyList<(FoldedText Text, double Weight)>> documents, TermNumbers numbers)
    {
        var frequencies = documents.Select(fields => FrequenciesOf(fields, numbers)).ToArray();
        var lengths = frequencies.Select(row => row.Values.Sum()).ToArray();
        var average = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        var entries = frequencies
            .SelectMany((row, index) => row.Select(pair => (Term: pair.Key, Row: (ushort)index, Weight: Saturate(pair.Value, lengths[index] / average))))
            .OrderBy(entry => entry.Term).ThenBy(entry => entry.Row).ToArray();
        var terms = entries.Select(entry => entry.Term).Distinct().ToArray();
        var starts = new int[terms.Length + 1];
        for (int i = 0, t = 0; t < terms.Length; t++)
        {
            starts[t] = i;
            while (i < entries.Length && entries[i].Term == terms[t]) i++;
            starts[t + 1] = i;
        }
        return new Postings(documents.Count, terms, starts, [.. entries.Select(entry => entry.Row)], [.. entries.Select(entry => entry.Weight)]);
    }

    /// <summary>Writes the postings as they lie in memory, in this machine's byte order.</summary>
    public void Write(Stream output)
    {
        output.Write(MemoryMarshal.AsBytes<int>([RowCount, terms.Length, rows.Length]));
        output.Write(MemoryMarshal.AsBytes<int>(terms));
        output.Write(MemoryMarshal.AsBytes<int>(starts));
        output.Write(MemoryMarshal.AsBytes<ushort>(rows));
        output.Write(MemoryMarshal.AsBytes<ushort>(weights));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The sizes are not those of postings.</exception>
    public static Postings Read(ref ReadOnlySpan<byte> input)
    {
        var sizes = MemoryMarshal.Cast<byte, int>(Take(ref input, 3 * sizeof(int)));
        var (rowCount, termCount, count) = (sizes[0], sizes[1], sizes[2]);
        if (rowCount is < 0 or > ushort.MaxValue || termCount < 0 || count < 0) throw new InvalidDataException("The sizes are not those of postings.");
        return new Postings(
            rowCount, MemoryMarshal.Cast<byte, int>(Take(ref input, termCount * sizeof(int))).ToArray(),
            MemoryMarshal.Cast<byte, int>(Take(ref input, (termCount + 1) * sizeof(int))).ToArray(),
            MemoryMarshal.Cast<byte, ushort>(Take(ref input, count * sizeof(ushort))).ToArray(),
            MemoryMarshal.Cast<byte, ushort>(Take(ref input, count * sizeof(ushort))).ToArray());
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> input, int length)
    {
        if (length < 0 || length > input.Length) throw new InvalidDataException("The index ends too early.");
        var taken = input[..length];
        input = input[length..];
        return taken;
    }

    private static Dictionary<int, double> FrequenciesOf(IReadOnlyList<(FoldedText Text, double Weight)> fields, TermNumbers numbers)
    {
        var frequencies = new Dictionary<int, double>();
        foreach (var (text, weight) in fields)
            Analyzer.Analyze(text, term =>
            {
                var number = numbers.Add(term);
                frequencies[number] = frequencies.GetValueOrDefault(number) + weight;
            });
        return frequencies;
    }

    private static ushort Saturate(double frequency, double relativeLength)
    {
        var normalised = frequency / (1 - B + (B * relativeLength));
        return (ushort)(normalised * (K1 + 1) / (normalised + K1) / Step);
    }
}
