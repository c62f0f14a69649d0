using System.Text.Json;
using System.Text.Json.Serialization;
using CareCatalog.Channels.BotFramework;

namespace CareCatalog.Channels.DirectLine;

/// <summary>How Direct Line's own bodies are written and read; the same rules as activities.</summary>
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(ConversationResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(DirectLineError))]
[JsonSerializable(typeof(SessionResponse))]
internal sealed partial class DirectLineJson : JsonSerializerContext
{
    /// <summary>The one set of rules.</summary>
    public static DirectLineJson Rules { get; } =
        new(new JsonSerializerOptions(ActivityJson.Rules.Options) { TypeInfoResolver = null });
}
