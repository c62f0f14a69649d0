using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli;

/// <summary>Replies as JSON, Chinese unescaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(ConversationLine))]
internal sealed partial class ReplyJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>One line each.</summary>
    public static ReplyJson Compact { get; } = new(new JsonSerializerOptions(Readable));

    /// <summary>For people.</summary>
    public static ReplyJson Indented { get; } = new(new JsonSerializerOptions(Readable) { WriteIndented = true });

    /// <summary>A reply as one line with the question's id in front.</summary>
    public static string Line(Reply reply, string id)
    {
        var body = JsonSerializer.SerializeToNode(reply, Compact.Reply)!.AsObject();
        body.Insert(0, "id", JsonValue.Create(id));
        return body.ToJsonString(Readable);
    }
}
