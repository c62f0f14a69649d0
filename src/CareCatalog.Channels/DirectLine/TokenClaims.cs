using System.Text.Json.Serialization;

namespace CareCatalog.Channels.DirectLine;

/// <summary>A token's claims on the wire. Clients read <c>user</c> as a plain string.</summary>
internal sealed record TokenClaims(
    [property: JsonPropertyName("conv")] string Conversation,
    [property: JsonPropertyName("user")] string User,
    [property: JsonPropertyName("exp")] long Expires,
    [property: JsonPropertyName("use")] string Use,
    [property: JsonPropertyName("org")] IReadOnlyList<string>? Origins = null);
