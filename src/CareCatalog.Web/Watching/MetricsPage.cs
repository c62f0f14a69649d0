using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace CareCatalog.Web.Watching;

/// <summary>
/// <c>GET /metrics</c>: what the product's meters and the runtime's have measured since the start, in Prometheus' text format
/// (0.0.4). Totals only: no text, no id, no address is in it.
/// </summary>
internal sealed class MetricsPage : IDisposable
{
    private const int MostSeries = 1000;

    /// <summary>Meters that are listened to, by the beginnings of their names.</summary>
    public static readonly string[] Meters = ["CareCatalog", "System.Runtime"];

    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> series = new();
    private readonly MeterListener listener = new();

    public MetricsPage()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (Meters.Any(meter => instrument.Meter.Name.StartsWith(meter, StringComparison.Ordinal))) listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, measured, tags, _) => Take(instrument, measured, tags));
        listener.SetMeasurementEventCallback<long>((instrument, measured, tags, _) => Take(instrument, measured, tags));
        listener.SetMeasurementEventCallback<int>((instrument, measured, tags, _) => Take(instrument, measured, tags));
        listener.Start();
    }

    /// <summary>The page.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var page = new StringBuilder();
        foreach (var instrument in series.GroupBy(each => each.Key.Instrument).OrderBy(each => each.Key.Name, StringComparer.Ordinal))
        {
            var (name, kind) = Describe(instrument.Key);
            if (instrument.Key.Description is { Length: > 0 } description) page.Append($"# HELP {name} {description}\n");
            page.Append($"# TYPE {name} {kind}\n");
            foreach (var (_, each) in instrument.OrderBy(each => each.Key.Labels, StringComparer.Ordinal)) each.Write(page, name);
        }
        return page.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    // An observable instrument tells its total; others tell what they grew by, save gauges.
    private void Take(Instrument instrument, double measured, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, Series.LabelsOf(tags));
        // Should labels ever grow without end, the new ones are left out rather than the memory filled.
        if (!series.TryGetValue(key, out var found))
        {
            if (series.Count >= MostSeries) return;
            found = series.GetOrAdd(key, each => new Series(each.Item2, Series.BoundsOf(instrument)));
        }
        found.Take(measured, instrument.IsObservable || instrument is Gauge<long>);
    }

    private static (string Name, string Kind) Describe(Instrument instrument)
    {
        var name = Series.NameOf(instrument.Name) + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var type = instrument.GetType().Name;
        return type.Contains("Histogram", StringComparison.Ordinal) ? (name, "histogram")
            : type.Contains("UpDown", StringComparison.Ordinal) || type.Contains("Gauge", StringComparison.Ordinal) ? (name, "gauge")
            : (name + "_total", "counter");
    }
}
