using CareCatalog.Channels;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CareCatalog.Web.Watching;

/// <summary>Sends the spans of turns and deliveries, and what the meters measure, by OTLP while the host runs, when an endpoint is configured.</summary>
internal sealed class OtlpExport(IOptions<WatchingOptions> options) : IHostedService
{
    private readonly ResourceBuilder resource = ResourceBuilder.CreateEmpty().AddService("carecatalog");
    private readonly WatchingOptions options = options.Value;
    private TracerProvider? tracer;
    private MeterProvider? meter;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.OtlpEndpoint is null) return Task.CompletedTask;
        tracer = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(TurnTelemetry.Name)
            .SetSampler(new TraceIdRatioBasedSampler(options.TracedShare))
            .AddOtlpExporter(exporter => Address(exporter, "v1/traces"))
            .Build();
        meter = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter([.. MetricsPage.Meters.Select(name => name + "*")])
            .AddOtlpExporter((exporter, reader) =>
            {
                Address(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = options.OtlpSeconds * 1000;
            })
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped more than once.
        Interlocked.Exchange(ref tracer, null)?.Dispose();
        Interlocked.Exchange(ref meter, null)?.Dispose();
        return Task.CompletedTask;
    }

    // Over gRPC the service names the path; over HTTP the path is ours to name.
    private void Address(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = options.OtlpProtocol;
        exporter.Endpoint = options.OtlpProtocol == OtlpExportProtocol.HttpProtobuf ? new Uri(options.OtlpEndpoint!, path) : options.OtlpEndpoint!;
    }
}
