using System.Text.Json;
using System.Text.Json.Nodes;
using CareCatalog.Channels.BotFramework;

namespace CareCatalog.Channels.Privacy;

/// <summary>Masks an activity: its text and every string a client added, but no ids, which are needed to answer it.</summary>
public static class RedactedActivity
{
    /// <summary>The activity without personal data, and whether there was any in its text.</summary>
    public static (Activity Activity, bool HasPersonalData) Redact(this Redactor redactor, Activity activity)
    {
        var text = redactor.Redact(activity.Text ?? "");
        var masked = activity with
        {
            Text = activity.Text is null ? null : text.Text,
            // What a network says of a sender is a name more often than not, and no answer needs it.
            From = activity.From is { } sender ? sender with { Name = null, Rest = null } : null,
            Name = activity.Name is { } name ? redactor.Redact(name).Text : null,
            // Buttons are ours to offer, not a client's.
            SuggestedActions = null,
            Value = activity.Value is { } value ? redactor.Redact(value) : null,
            Attachments = activity.Attachments is { } files ? redactor.Redact(files) : null,
            ChannelData = activity.ChannelData is { } data ? redactor.Redact(data) : null,
            Rest = activity.Rest?.ToDictionary(field => field.Key, field => redactor.Redact(field.Value)),
        };
        return (masked, text.HasPersonalData);
    }

    private static JsonElement Redact(this Redactor redactor, JsonElement element)
    {
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String)) return element;
        var node = redactor.Redact(JsonNode.Parse(element.GetRawText()), null)!;
        using var document = JsonDocument.Parse(node.ToJsonString(ActivityJson.Rules.Options));
        return document.RootElement.Clone();
    }

    private static JsonNode? Redact(this Redactor redactor, JsonNode? node, string? name)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (key, value) in fields.ToList())
                    if (redactor.Redact(value, key) is var masked && !ReferenceEquals(masked, value)) fields[key] = masked;
                return fields;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    if (redactor.Redact(items[i], name) is var masked && !ReferenceEquals(masked, items[i])) items[i] = masked;
                return items;
            case JsonValue written when !IsId(name) && written.TryGetValue<string>(out var text):
                var redaction = redactor.Redact(text);
                return redaction.HasPersonalData ? JsonValue.Create(redaction.Text) : written;
            default:
                return node;
        }
    }

    private static bool IsId(string? name) => name?.EndsWith("id", StringComparison.OrdinalIgnoreCase) == true;
}
