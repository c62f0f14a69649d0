using System.Collections.Frozen;
using System.Globalization;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Learning;

/// <summary>
/// Tells what a text is about by its features: a multinomial linear model that <see cref="ClassifierLearner"/> made of labelled
/// lines. Immutable; safe to share between threads.
/// </summary>
public sealed class TextClassifier
{
    private readonly FrozenDictionary<string, LabelWeight[]> weights;
    private readonly FrozenDictionary<string, LabelWeight[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly float[] bias;

    internal TextClassifier(IReadOnlyList<string> labels, float[] bias, IEnumerable<KeyValuePair<string, LabelWeight[]>> weights)
    {
        Labels = labels;
        this.bias = bias;
        this.weights = weights.ToFrozenDictionary(StringComparer.Ordinal);
        lookup = this.weights.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The mark of the lines it was made of, so that a stale model is noticed; empty when not said.</summary>
    public string Origin { get; init; } = "";

    /// <summary>What it tells apart, in order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>How likely each of <see cref="Labels"/> is for a text; the shares add up to 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="signs">What else was noticed in it.</param>
    public float[] Judge(FoldedText text, IReadOnlyList<string> signs)
    {
        var shares = new float[Labels.Count];
        var told = 0;
        TextFeatures.Of(text, signs, feature =>
        {
            if (!lookup.TryGetValue(feature, out var known)) return;
            told++;
            foreach (var (label, weight) in known) shares[label] += weight;
        });
        var scale = told == 0 ? 0 : 1 / MathF.Sqrt(told);
        for (var label = 0; label < shares.Length; label++) shares[label] = bias[label] + (shares[label] * scale);
        ToShares(shares);
        return shares;
    }

    /// <summary>The features of a text that speak most for a label, for explanations.</summary>
    public IEnumerable<(string Feature, double Weight)> Heaviest(FoldedText text, IReadOnlyList<string> signs, string label)
    {
        var at = Labels.TakeWhile(known => known != label).Count();
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        TextFeatures.Of(text, signs, feature =>
        {
            if (lookup.TryGetValue(feature, out var known) && Array.Find(known, pair => pair.Label == at) is { Weight: not 0 } told) found[feature.ToString()] = told.Weight;
        });
        return found.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">A line is not of the form that <see cref="Write"/> gives; the message names it.</exception>
    public static TextClassifier Read(string file)
    {
        InvalidDataException Wrong(int number) => new($"{file}:{number}: a model is the mark of its lines, a line of labels, a line of their biases, then a feature and label:weight pairs in each line.");
        var lines = File.ReadAllLines(file);
        if (lines.Length < 3) throw Wrong(1);
        var labels = lines[1].Split('\t');
        var bias = lines[2].Split('\t');
        if (bias.Length != labels.Length || !bias.All(value => float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))) throw Wrong(3);
        var weights = new Dictionary<string, LabelWeight[]>(lines.Length, StringComparer.Ordinal);
        for (var i = 3; i < lines.Length; i++)
            if (!TryRow(lines[i], labels.Length, out var feature, out var row) || !weights.TryAdd(feature, row)) throw Wrong(i + 1);
        return new TextClassifier(labels, Array.ConvertAll(bias, value => float.Parse(value, CultureInfo.InvariantCulture)), weights) { Origin = lines[0] };
    }

    /// <summary>Writes the model: its origin, the labels, their biases, then each feature with its weights in hundredths.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(Origin + "\n");
        writer.Write(string.Join('\t', Labels) + "\n");
        writer.Write(string.Join('\t', bias.Select(value => value.ToString("0.###", CultureInfo.InvariantCulture))) + "\n");
        foreach (var (feature, known) in weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            writer.Write($"{feature}\t{string.Join(' ', known.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Label}:{pair.Weight * LabelWeight.Unit:0}")))}\n");
    }

    internal static void ToShares(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0f;
        foreach (ref var score in scores) sum += score = MathF.Exp(score - most);
        foreach (ref var score in scores) score /= sum;
    }

    private static bool TryRow(string line, int labels, out string feature, out LabelWeight[] row)
    {
        var tab = line.IndexOf('\t');
        feature = tab > 0 ? line[..tab] : "";
        var pairs = new List<LabelWeight>();
        var rest = line.AsSpan(tab + 1);
        foreach (var range in rest.Split(' '))
        {
            var pair = rest[range];
            var colon = pair.IndexOf(':');
            if (colon < 0 || !int.TryParse(pair[..colon], out var label) || label >= labels || !int.TryParse(pair[(colon + 1)..], out var hundredths)) break;
            pairs.Add(new LabelWeight((byte)label, hundredths / LabelWeight.Unit));
        }
        row = [.. pairs];
        return feature.Length > 0 && row.Length > 0 && row.Length == rest.Count(' ') + 1;
    }
}
