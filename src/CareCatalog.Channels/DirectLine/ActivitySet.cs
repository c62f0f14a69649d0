using System.Buffers;
using System.Text.Json;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.DirectLine;

/// <summary>A piece of a transcript on the wire: <c>{"activities":[…],"watermark":"…"}</c>. Source: Direct Line 3.0.</summary>
internal static class ActivitySet
{
    /// <summary>How many activities one set holds at most.</summary>
    public const int Limit = 100;

    /// <summary>The set as JSON; the watermark is the last position, or <paramref name="after"/> when there is none.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<TranscriptEntry> entries, long after)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("activities");
        // Each entry is JSON as we wrote it.
        foreach (var entry in entries) json.WriteRawValue(entry.Payload, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteString("watermark", (entries.Count > 0 ? entries[^1].Position : after).ToString());
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Reads a watermark; an empty one is as good as none.</summary>
    public static (long? After, Refusal? Refusal) ReadWatermark(string? text) =>
        string.IsNullOrEmpty(text) ? (null, null)
        : long.TryParse(text, System.Globalization.NumberStyles.None, null, out var after) ? (after, null)
        : (null, new Refusal(400, "BadArgument", "The watermark is not one of this service."));
}
