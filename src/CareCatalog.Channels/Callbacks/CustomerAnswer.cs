using System.Text.Json.Serialization;

namespace CareCatalog.Channels.Callbacks;

/// <summary>What the platform answers: 0 when it is sent.</summary>
internal sealed record CustomerAnswer([property: JsonPropertyName("errcode")] int Code);
