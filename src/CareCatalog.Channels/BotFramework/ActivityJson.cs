using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CareCatalog.Channels.DirectLine;

namespace CareCatalog.Channels.BotFramework;

/// <summary>How activities are written and read: unknown fields kept, duplicate keys and more than 32 levels refused.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ReplySet))]
[JsonSerializable(typeof(ReplyData))]
[JsonSerializable(typeof(AccessToken))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(string))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>The one set of rules. Chinese is written as it is, markup is escaped.</summary>
    public static ActivityJson Rules { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        MaxDepth = 32,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
