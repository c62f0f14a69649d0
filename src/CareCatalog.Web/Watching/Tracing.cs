using CareCatalog.Channels;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CareCatalog.Web.Watching;

/// <summary>Sends the spans of turns and deliveries by OTLP while the host runs, when an endpoint is configured.</summary>
internal sealed class Tracing(IOptions<WatchingOptions> options) : IHostedService
{
    private TracerProvider? provider;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.OtlpEndpoint is { } endpoint)
        {
            provider = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService("carecatalog"))
                .AddSource(TurnTelemetry.Name)
                .SetSampler(new TraceIdRatioBasedSampler(options.Value.TracedShare))
                .AddOtlpExporter(exporter => exporter.Endpoint = endpoint)
                .Build();
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        provider?.Dispose();
        return Task.CompletedTask;
    }
}
