namespace CareCatalog.Cli.Channels;

/// <summary>Whether the host runs and can answer.</summary>
internal static class HostChecks
{
    public static IEnumerable<ChannelCheck> Of(HttpClient host) =>
    [
        new("host: healthy", cancellation => GetAsync(host, "/healthz", cancellation)),
        new("host: ready", cancellation => GetAsync(host, "/readyz", cancellation)),
    ];

    private static async Task<string?> GetAsync(HttpClient host, string path, CancellationToken cancellation)
    {
        using var response = await host.GetAsync(path, cancellation);
        return ChannelCheck.Expect(response, 200);
    }
}
