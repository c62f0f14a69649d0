using System.Text.RegularExpressions;
using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Search.Tests;

/// <summary>BM25F as in the book, row by row with no index: what the index has to agree with.</summary>
internal sealed partial class NaiveRanking
{
    private const double K1 = 1.2;
    private const double B = 0.5;

    private readonly List<Dictionary<string, double>> documents;
    private readonly double averageLength;

    public NaiveRanking(IEnumerable<IReadOnlyList<(string Text, double Weight)>> documents)
    {
        this.documents = [.. documents.Select(Frequencies)];
        averageLength = this.documents.Count == 0 ? 1 : Math.Max(1, this.documents.Average(document => document.Values.Sum()));
    }

    public int Count => documents.Count;

    public int DocumentsWith(string term) => documents.Count(document => document.ContainsKey(term));

    public double Score(int document, string query, Func<string, double> idf)
    {
        var length = documents[document].Values.Sum();
        return Terms(query).Distinct().Where(documents[document].ContainsKey).Sum(term =>
        {
            var frequency = documents[document][term] / (1 - B + (B * length / averageLength));
            return idf(term) * frequency * (K1 + 1) / (frequency + K1);
        });
    }

    public static double Idf(int documentsWithTerm, int documents) => Math.Log(1 + ((documents - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5)));

    /// <summary>Terms found another way than <see cref="Analyzer"/> finds them: by cutting the text into runs first.</summary>
    public static IEnumerable<string> Terms(string text)
    {
        var folded = FoldedText.Of(text, OurSeeds.Characters);
        foreach (var run in HanRuns().Matches(folded.Text).Select(match => match.Value))
            foreach (var term in run.Length == 1 ? [run] : Enumerable.Range(0, run.Length - 1).Select(at => run.Substring(at, 2)))
                yield return term;
        foreach (var word in folded.Words) yield return word.Stem;
    }

    private static Dictionary<string, double> Frequencies(IReadOnlyList<(string Text, double Weight)> fields)
    {
        var frequencies = new Dictionary<string, double>();
        foreach (var (text, weight) in fields)
            foreach (var term in Terms(text))
                frequencies[term] = frequencies.GetValueOrDefault(term) + weight;
        return frequencies;
    }

    [GeneratedRegex(@"[\u3400-\u4dbf\u4e00-\u9fff]+")]
    private static partial Regex HanRuns();
}
