using System.Text.Json.Serialization;

namespace CareCatalog.Channels.Callbacks;

/// <summary>A text sent outside the answer to a callback.</summary>
internal sealed record CustomerMessage(
    [property: JsonPropertyName("touser")] string To,
    [property: JsonPropertyName("msgtype")] string Type,
    [property: JsonPropertyName("agentid")] int? Agent,
    [property: JsonPropertyName("text")] CustomerMessage.Body Text)
{
    /// <summary>What is inside.</summary>
    internal sealed record Body([property: JsonPropertyName("content")] string Content);
}
