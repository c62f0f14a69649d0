using System.Diagnostics.Metrics;

namespace CareCatalog.Storage;

/// <summary>What the stores measure, under <c>CareCatalog.Storage</c>.</summary>
internal static class StorageMeter
{
    private static readonly Meter Meter = new("CareCatalog.Storage");

    /// <summary>Writes that wait for the disk.</summary>
    public static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>("carecatalog.store.queue", description: "Writes that wait for the store.");

    /// <summary>Writes that failed.</summary>
    public static readonly Counter<long> Errors = Meter.CreateCounter<long>("carecatalog.store.errors", description: "Writes that failed, busy ones included.");

    /// <summary>Turns written together.</summary>
    public static readonly Histogram<int> Group = Meter.CreateHistogram<int>(
        "carecatalog.store.group", description: "Writes that shared one flush to the disk.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });
}
