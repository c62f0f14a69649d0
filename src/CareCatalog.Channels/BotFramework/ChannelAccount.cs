using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareCatalog.Channels.BotFramework;

/// <summary>A person or a bot on a channel. Source: Bot Framework Activity schema, section Channel account.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's id.</summary>
    public string? Id { get; init; }

    /// <summary>The display name.</summary>
    public string? Name { get; init; }

    /// <summary><c>user</c>, <c>bot</c> or <c>skill</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Fields not named here, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}
