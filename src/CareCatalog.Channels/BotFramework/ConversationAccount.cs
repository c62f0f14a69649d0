using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareCatalog.Channels.BotFramework;

/// <summary>A conversation on a channel. Source: Bot Framework Activity schema, section Conversation account.</summary>
public sealed record ConversationAccount
{
    /// <summary>The channel's id; it may hold any characters.</summary>
    public string? Id { get; init; }

    /// <summary>Fields not named here, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}
