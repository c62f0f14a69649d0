using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace CareCatalog.Web.Watching;

/// <summary>One line of measurements: an instrument with one set of labels. Safe to share between threads.</summary>
/// <param name="labels">As Prometheus writes them, without braces.</param>
/// <param name="bounds">Upper bounds of a histogram's buckets; null for what is no histogram.</param>
internal sealed class Series(string labels, double[]? bounds)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[(bounds?.Length ?? 0) + 1];
    private double value;
    private long count;

    /// <summary>Takes a measurement: a histogram's value, a gauge's reading, or what a counter grew by.</summary>
    public void Take(double measured, bool isReading)
    {
        lock (gate)
        {
            value = isReading ? measured : value + measured;
            if (bounds is null) return;
            count++;
            var bucket = Array.BinarySearch(bounds, measured);
            buckets[bucket < 0 ? ~bucket : bucket]++;
        }
    }

    /// <summary>Writes it in Prometheus' text format.</summary>
    public void Write(StringBuilder page, string name)
    {
        lock (gate)
        {
            if (bounds is null)
            {
                page.Append(CultureInfo.InvariantCulture, $"{name}{Braced(labels)} {value}\n");
                return;
            }
            var below = 0L;
            for (var i = 0; i < buckets.Length; i++)
            {
                below += buckets[i];
                var bound = i < bounds.Length ? bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                page.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braced(labels.Length > 0 ? $"{labels},le=\"{bound}\"" : $"le=\"{bound}\"")} {below}\n");
            }
            page.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braced(labels)} {value}\n{name}_count{Braced(labels)} {count}\n");
        }
    }

    /// <summary>The labels of a measurement.</summary>
    public static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var labels = new StringBuilder();
        foreach (var (key, tag) in tags)
        {
            var text = (tag?.ToString() ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            labels.Append(labels.Length > 0 ? "," : "").Append(NameOf(key)).Append("=\"").Append(text).Append('"');
        }
        return labels.ToString();
    }

    /// <summary>A name as Prometheus allows it.</summary>
    public static string NameOf(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>The bounds an instrument asks for; null when it is no histogram.</summary>
    public static double[]? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => [.. histogram.Advice?.HistogramBucketBoundaries ?? Usual],
        Histogram<int> histogram => [.. histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound) ?? Usual],
        _ => null,
    };

    private static readonly double[] Usual = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static string Braced(string labels) => labels.Length > 0 ? $"{{{labels}}}" : "";
}
