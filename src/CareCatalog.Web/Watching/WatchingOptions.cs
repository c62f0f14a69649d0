using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Web.Watching;

/// <summary>Configuration section <c>Watching</c>.</summary>
internal sealed class WatchingOptions
{
    /// <summary>Where traces are sent by OTLP over gRPC, as in <c>http://localhost:4317</c>; unset, none are.</summary>
    public Uri? OtlpEndpoint { get; set; }

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
