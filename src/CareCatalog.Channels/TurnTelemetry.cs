using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CareCatalog.Channels;

/// <summary>What is measured and traced of turns and deliveries, under <c>CareCatalog</c>. No text, no id, no name is in any of it.</summary>
public static class TurnTelemetry
{
    /// <summary>The name of both meter and source.</summary>
    public const string Name = "CareCatalog";

    /// <summary>Spans: <c>turn</c>, within it <c>commit</c>, and <c>deliver</c>.</summary>
    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Turns by <c>outcome</c>: those of a reply, or duplicate.</summary>
    public static readonly Counter<long> Turns = Meter.CreateCounter<long>("carecatalog.turns", description: "Messages taken, by outcome.");

    /// <summary>Questions that found nothing; by <see cref="Turns"/>, the unanswered rate.</summary>
    public static readonly Counter<long> Unanswered = Meter.CreateCounter<long>("carecatalog.turns.unanswered", description: "Questions that found nothing.");

    /// <summary>Messages not taken because the store was out of reach or failed.</summary>
    public static readonly Counter<long> Failed = Meter.CreateCounter<long>("carecatalog.turns.failed", description: "Messages not taken because the store failed.");

    /// <summary>Turns taken again because another came between.</summary>
    public static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("carecatalog.turn.conflicts", description: "Turns taken again because another came between.");

    /// <summary>From the message in hand to its answer stored, in seconds.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "carecatalog.turn.duration", "s", "From a message in hand to its answer stored.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });

    /// <summary>Messages in which personal data was masked.</summary>
    public static readonly Counter<long> Masked = Meter.CreateCounter<long>("carecatalog.turns.masked", description: "Messages in which personal data was masked.");

    /// <summary>Conversations deleted because it was asked for.</summary>
    public static readonly Counter<long> Forgotten = Meter.CreateCounter<long>("carecatalog.conversations.forgotten", description: "Conversations deleted on request.");

    /// <summary>Replies handed to a carrier, by <c>result</c>: delivered, later, never.</summary>
    public static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("carecatalog.deliveries", description: "Replies handed to a carrier, by result.");

    /// <summary>Replies that wait to leave.</summary>
    public static readonly Gauge<long> Outbox = Meter.CreateGauge<long>("carecatalog.outbox.depth", description: "Replies that wait to leave.");

    /// <summary>Streams open here.</summary>
    public static readonly UpDownCounter<int> Streams = Meter.CreateUpDownCounter<int>("carecatalog.streams.open", description: "Streams open on this node.");
}
