namespace CareCatalog.Cli.Evaluation;

/// <summary>The measures over many questions, overall and by tag, language and city; then each failure in one line.</summary>
internal sealed record Report(IReadOnlyList<Verdict> Verdicts, Speed? Speed)
{
    private const int FewestForGroup = 3;

    /// <summary>The report as lines.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{Verdicts.Count} judged";
        foreach (var (measure, share, count) in Measures(Verdicts)) yield return $"  {measure,-18} {share,7:0.0%}  ({count})";
        if (Speed is { } speed) yield return $"  speed, warm, one thread: p50 {speed.P50:0} µs, p99 {speed.P99:0} µs, {speed.Bytes / 1024.0:0.0} KiB allocated";
        foreach (var (name, group) in Groups()) yield return $"  {name,-26} {Brief(group)}";
        foreach (var verdict in Verdicts.Where(verdict => verdict.Faults.Count > 0)) yield return verdict.Line;
    }

    /// <summary>Each measure's mean over the questions it counts for.</summary>
    public static IEnumerable<(string Measure, double Share, int Count)> Measures(IReadOnlyList<Verdict> verdicts) => verdicts
        .SelectMany(verdict => verdict.Measures).GroupBy(pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Average(pair => pair.Value), group.Count()));

    private IEnumerable<(string, List<Verdict>)> Groups()
    {
        var named = Verdicts.SelectMany(verdict => verdict.Label.Tags.Select(tag => ($"tag {tag}", verdict))
            .Append(($"lang {verdict.Label.Lang}", verdict)).Append(($"city {verdict.Label.City ?? "-"}", verdict)));
        return named.GroupBy(pair => pair.Item1, pair => pair.verdict).Where(group => group.Count() >= FewestForGroup)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.ToList()));
    }

    private static string Brief(List<Verdict> group) =>
        string.Join("  ", Measures(group).Where(row => row.Measure is "success" or "silence" or "danger-recall" or "turn-success").Select(row => $"{row.Measure} {row.Share:0%} ({row.Count})"));
}

/// <summary>How long a question takes.</summary>
/// <param name="P50">Microseconds, median.</param>
/// <param name="P99">Microseconds, 99th percentile.</param>
/// <param name="Bytes">Allocated for each question, mean.</param>
internal sealed record Speed(double P50, double P99, double Bytes);
