namespace CareCatalog.Channels.BotFramework;

/// <summary>Configuration section <c>BotFramework</c>.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The app id the bot is registered under. Without one only Development starts, and its door is open.</summary>
    public string? AppId { get; set; }

    /// <summary>Hosts to which replies may be posted, exactly as in <c>smba.trafficmanager.net</c>; Development adds loopback.</summary>
    public IList<string> AllowedServiceHosts { get; } = [];
}
