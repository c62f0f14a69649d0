using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.DirectLine;

/// <summary>From which sites a browser may open a stream; browsers ask no leave for WebSockets, so the host must judge.</summary>
internal sealed class OriginRule(IOptions<DirectLineOptions> options)
{
    /// <summary>Whether the request comes from this host's own pages, from a listed site, or from no page at all.</summary>
    public bool Allows(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (string.IsNullOrEmpty(origin)) return true;
        return options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var site)
                && string.Equals(site.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
