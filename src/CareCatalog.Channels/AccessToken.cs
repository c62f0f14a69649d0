using System.Text.Json.Serialization;

namespace CareCatalog.Channels;

/// <summary>A token as its issuer gives it. Source: RFC 6749, 5.1; WeChat and WeCom answer alike.</summary>
/// <param name="Value">The token.</param>
/// <param name="ExpiresIn">How long it is good for, in seconds.</param>
internal sealed record AccessToken(
    [property: JsonPropertyName("access_token")] string? Value,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);
