using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Learning;

/// <summary>
/// Learns a <see cref="TextClassifier"/> from labelled lines: multinomial logistic regression by gradient steps that shrink with
/// what each weight has moved (AdaGrad). The same lines give the same model.
/// </summary>
public static class ClassifierLearner
{
    private const int Rounds = 15;
    private const int Seed = 20261122;
    private const int LeastLines = 2;
    private const float Step = 0.3f;
    private const float BiasStep = 0.02f;
    private const float Settled = 1e-3f;

    /// <summary>Learns from labelled lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="origin">The mark of the lines.</param>
    /// <param name="leastWeight">What weighs less is left out: the model grows small and loses little.</param>
    /// <param name="read">Reads a line as the model's texts will be read: the text, and what else is noticed in it.</param>
    public static TextClassifier Learn(IReadOnlyList<LabelledLine> lines, string origin, float leastWeight, Func<string, (FoldedText Text, IReadOnlyList<string> Signs)> read)
    {
        var labels = lines.SelectMany(line => line.Labels).Distinct().Order(StringComparer.Ordinal).ToList();
        var told = lines.Select(line => Features(read(line.Text))).ToList();
        var names = told.SelectMany(features => features.Distinct()).GroupBy(name => name).Where(group => group.Count() >= LeastLines)
            .Select(group => group.Key).Order(StringComparer.Ordinal).ToList();
        var numbers = names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        var samples = lines.Zip(told, (line, features) => (line, Numbers: features.Where(numbers.ContainsKey).Select(name => numbers[name]).ToArray()))
            .Where(pair => pair.Numbers.Length > 0)
            .SelectMany(pair => pair.line.Labels.Select(label => new Sample(labels.IndexOf(label), pair.Numbers, (float)(pair.line.Weight / pair.line.Labels.Count))))
            .ToArray();
        var bias = new float[labels.Count];
        var weights = Descend(samples, names.Count, bias);
        return new TextClassifier(labels, bias, names.Select((name, feature) => KeyValuePair.Create(name, Told(weights.AsSpan(feature * labels.Count, labels.Count), leastWeight)))
            .Where(pair => pair.Value.Length > 0)) { Origin = origin };
    }

    private static List<string> Features((FoldedText Text, IReadOnlyList<string> Signs) read)
    {
        var features = new List<string>();
        TextFeatures.Of(read.Text, read.Signs, feature => features.Add(feature.ToString()));
        return features;
    }

    // One weight for each feature and label, by feature; the bias beside them.
    private static float[] Descend(Sample[] samples, int features, float[] bias)
    {
        var weights = new float[features * bias.Length];
        var moved = new float[weights.Length];
        var slopes = new float[bias.Length];
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(samples);
            foreach (var sample in samples)
            {
                var scale = 1 / MathF.Sqrt(sample.Features.Length);
                Score(sample, weights, bias, scale, slopes);
                slopes[sample.Label] -= 1;
                for (var label = 0; label < slopes.Length; label++)
                {
                    if (Math.Abs(slopes[label]) < Settled) continue;
                    bias[label] -= BiasStep * slopes[label] * sample.Weight;
                    var gradient = slopes[label] * sample.Weight * scale;
                    foreach (var feature in sample.Features)
                    {
                        ref var gone = ref moved[(feature * slopes.Length) + label];
                        gone += gradient * gradient;
                        weights[(feature * slopes.Length) + label] -= Step * gradient / MathF.Sqrt(gone + 1e-6f);
                    }
                }
            }
        }
        return weights;
    }

    private static void Score(Sample sample, float[] weights, float[] bias, float scale, float[] shares)
    {
        Array.Clear(shares);
        foreach (var feature in sample.Features)
            for (var label = 0; label < shares.Length; label++) shares[label] += weights[(feature * shares.Length) + label];
        for (var label = 0; label < shares.Length; label++) shares[label] = bias[label] + (shares[label] * scale);
        TextClassifier.ToShares(shares);
    }

    private static LabelWeight[] Told(ReadOnlySpan<float> weights, float least)
    {
        var told = new List<LabelWeight>();
        for (var label = 0; label < weights.Length; label++)
            if (Math.Abs(weights[label]) >= least) told.Add(new LabelWeight((byte)label, weights[label]));
        return [.. told];
    }

    private sealed record Sample(int Label, int[] Features, float Weight);
}
