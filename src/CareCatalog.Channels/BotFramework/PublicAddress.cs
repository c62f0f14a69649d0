using System.Net;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Tells addresses of the open network from those of this machine, its neighbours and its cloud. Source: IANA special-purpose registries.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] ReservedFour =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure's machines ask this one for their own secrets.
            "168.63.129.16/32",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork OpenSix = IPNetwork.Parse("2000::/3");

    // Those that carry an IPv4 address within, and those for documents.
    private static readonly IPNetwork[] ReservedSix = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether an address is one of the open network.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return Is(address.MapToIPv4());
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? !ReservedFour.Any(network => network.Contains(address))
            : OpenSix.Contains(address) && !ReservedSix.Any(network => network.Contains(address));
    }
}
