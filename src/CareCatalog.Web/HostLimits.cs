using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CareCatalog.Web;

/// <summary>What one request may take of the host, whichever door it comes to.</summary>
internal static class HostLimits
{
    /// <summary>
    /// Doors read 256 KB at most and say so; this outer bound only cuts off what goes far beyond, so that a client that
    /// sends somewhat too much still hears why.
    /// </summary>
    private const long LargestRequest = 4 * 1024 * 1024;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestRequest;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
