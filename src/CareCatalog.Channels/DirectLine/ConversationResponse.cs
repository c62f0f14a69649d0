using System.Text.Json.Serialization;

namespace CareCatalog.Channels.DirectLine;

/// <summary>A conversation as a client is told of it. Source: Direct Line 3.0, Conversation.</summary>
internal sealed record ConversationResponse(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);
