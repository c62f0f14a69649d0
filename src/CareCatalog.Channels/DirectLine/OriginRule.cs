using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.DirectLine;

/// <summary>From which sites a browser may open a stream; browsers ask no leave for WebSockets, so the host must judge.</summary>
internal sealed class OriginRule(IOptions<DirectLineOptions> options)
{
    private const int MostOrigins = 20;

    /// <summary>The sites a new token is for: those asked for, or else the one whose page asks; null when neither says.</summary>
    public static (IReadOnlyList<string>? Origins, Refusal? Refusal) OriginsFor(TokenParameters? parameters, HttpRequest request)
    {
        if (parameters?.TrustedOrigins is not { Count: > 0 } asked)
            return (request.Headers.Origin is [{ Length: > 0 } page] ? [page] : null, null);
        return asked.Count <= MostOrigins && asked.All(IsOrigin)
            ? ([.. asked.OfType<string>()], null)
            : (null, new Refusal(400, "BadArgument", $"trustedOrigins holds more than {MostOrigins}, or what is not an origin."));
    }

    /// <summary>Whether the page that makes the request, if it is one, may use the token.</summary>
    public static bool Admits(DirectLineToken token, HttpRequest request) =>
        token.Origins is null || request.Headers.Origin.ToString() is not { Length: > 0 } page
        || token.Origins.Contains(page, StringComparer.OrdinalIgnoreCase);

    private static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && site.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

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
