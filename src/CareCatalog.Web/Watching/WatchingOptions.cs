using System.ComponentModel.DataAnnotations;
using OpenTelemetry.Exporter;

namespace CareCatalog.Web.Watching;

/// <summary>Configuration section <c>Watching</c>.</summary>
internal sealed class WatchingOptions
{
    /// <summary>Where traces and metrics are sent by OTLP, as in <c>http://localhost:4317</c>; unset, none are.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>How they are sent: <c>Grpc</c>, or <c>HttpProtobuf</c> to <c>v1/traces</c> and <c>v1/metrics</c> under the endpoint.</summary>
    public OtlpExportProtocol OtlpProtocol { get; set; }

    /// <summary>How often metrics are sent, in seconds, 1 to 3600.</summary>
    [Range(1, 3600)]
    public int OtlpSeconds { get; set; } = 60;

    /// <summary>Which share of turns is traced, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double TracedShare { get; set; } = 0.05;

    /// <summary>How many requests may be under way at once, 1 to 100,000; beyond that callers are asked to come back. Open streams do not count.</summary>
    [Range(1, 100_000)]
    public int RequestsAtOnce { get; set; } = 1024;

    /// <summary>For how many seconds a host that is told to stop still takes requests while /readyz says no, 0 to 60: as long as a load balancer takes to notice.</summary>
    [Range(0, 60)]
    public int DrainSeconds { get; set; }
}
