using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Judges where replies may be posted to: https to a host on the list; in Development also loopback.</summary>
public sealed class ServiceAddress(IOptions<BotFrameworkOptions> options, IHostEnvironment environment)
{
    /// <summary>Why replies may not be posted there; null when they may.</summary>
    public Refusal? Judge(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) || address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
            return new Refusal(400, "BadArgument", "serviceUrl is missing or not an absolute address.");
        var listed = address.Scheme == Uri.UriSchemeHttps
            && options.Value.AllowedServiceHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);
        var local = environment.IsDevelopment() && address.IsLoopback
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        return listed || local
            ? null
            : new Refusal(403, "ServiceHostNotAllowed", "serviceUrl names a host that is not in BotFramework:AllowedServiceHosts.");
    }
}
