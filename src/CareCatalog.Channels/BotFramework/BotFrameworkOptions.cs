namespace CareCatalog.Channels.BotFramework;

/// <summary>Configuration section <c>BotFramework</c>.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The app id the bot is registered under. Without one only Development starts, and its door is open.</summary>
    public string? AppId { get; set; }

    /// <summary>The app's client secret. Without one replies are posted without a token, which only the Emulator takes.</summary>
    public string? AppPassword { get; set; }

    /// <summary>The tenant of a single-tenant bot: its tokens are accepted too, and ours are asked of it.</summary>
    public string? TenantId { get; set; }

    /// <summary>Whose issuers are trusted.</summary>
    public CloudName Cloud { get; set; } = CloudName.Public;

    /// <summary>OpenID metadata of channel tokens; null for the cloud's own. Outside Development https only.</summary>
    public string? ChannelMetadataUrl { get; set; }

    /// <summary>OpenID metadata of Emulator and skill tokens; null for the cloud's own. Outside Development https only.</summary>
    public string? EmulatorMetadataUrl { get; set; }

    /// <summary>Where the bot asks for its own tokens; null for the cloud's own. Outside Development https only.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>App ids of the parent bots that may call this one as a skill; empty refuses all.</summary>
    public IList<string> AllowedCallers { get; } = [];

    /// <summary>Hosts to which replies may be posted, exactly as in <c>smba.trafficmanager.net</c>; Development adds loopback.</summary>
    public IList<string> AllowedServiceHosts { get; } = [];
}
