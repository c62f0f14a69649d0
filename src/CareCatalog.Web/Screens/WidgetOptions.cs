namespace CareCatalog.Web.Screens;

/// <summary>Configuration section <c>Widget</c>.</summary>
internal sealed class WidgetOptions
{
    /// <summary>Origins of the sites that may show the chat page in a frame, exactly as in <c>https://www.example.gov.cn</c>; this host may always.</summary>
    public IList<string> Sites { get; } = [];

    /// <summary>Whether every entry is an origin: a scheme, a host, perhaps a port, and nothing else.</summary>
    public bool AreOrigins => Sites.All(site =>
        Uri.TryCreate(site, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == site);
}
