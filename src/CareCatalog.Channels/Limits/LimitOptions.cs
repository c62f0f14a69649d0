using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Channels.Limits;

/// <summary>Configuration section <c>Limits</c>: messages a minute, which may also come all at once; 0 for no limit.</summary>
public sealed class LimitOptions
{
    /// <summary>Of one user of a channel, 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int PerUser { get; set; } = 240;

    /// <summary>In one conversation, 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int PerConversation { get; set; } = 240;

    /// <summary>
    /// From one address of the network, 0 to 1,000,000. Many families may share one, and this machine itself is not limited:
    /// what comes through a proxy here counts by the last address that the proxy names in <c>X-Forwarded-For</c>.
    /// </summary>
    [Range(0, 1_000_000)]
    public int PerAddress { get; set; } = 1200;
}
