using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CareCatalog.Channels;

/// <summary>Reads a bounded JSON body; everything wrong with it comes back as a <see cref="Refusal"/>.</summary>
public static class JsonBody
{
    /// <summary>Reads a body that must be there.</summary>
    public static async Task<(T? Value, Refusal? Refusal)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        var (value, refusal) = await ReadOptionalAsync(request, type);
        return value is null && refusal is null ? (null, new Refusal(400, "BadArgument", "The body is empty.")) : (value, refusal);
    }

    /// <summary>Reads a body that may be missing; null and no refusal when it is.</summary>
    public static async Task<(T? Value, Refusal? Refusal)> ReadOptionalAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        var (bytes, refusal) = await BoundedBody.ReadAsync(request);
        if (refusal is not null || bytes!.Length == 0) return (null, refusal);
        if (!IsJson(request))
            return (null, new Refusal(415, "UnsupportedMediaType", "The body must be application/json in UTF-8."));
        return Parse(bytes, type);
    }

    /// <summary>Reads JSON that has come in another way, by the same rules.</summary>
    public static (T? Value, Refusal? Refusal) Parse<T>(byte[] bytes, JsonTypeInfo<T> type)
        where T : class
    {
        // What is kept as it came is not decoded when it is read, and would fail when it is used.
        if (!Utf8.IsValid(bytes)) return (null, new Refusal(400, "BadArgument", "The body is not UTF-8."));
        try
        {
            if (JsonSerializer.Deserialize(bytes, type) is not { } value)
                return (null, new Refusal(400, "BadArgument", "The body is null; an object is expected."));
            return HasHalfCharacters(bytes)
                ? (null, new Refusal(400, "BadArgument", "The body holds half of a surrogate pair, which is no character."))
                : (value, null);
        }
        catch (JsonException fault)
        {
            return (null, new Refusal(400, "BadArgument", $"The body is not the JSON expected here{PlaceOf(fault)}."));
        }
    }

    // Fields that are kept as they came are not decoded when they are read, and would fail when they are written.
    private static bool HasHalfCharacters(byte[] json)
    {
        if (json.AsSpan().IndexOf("\\u"u8) < 0) return false;
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped) reader.GetString();
            }
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    // A path names what was sent, so it is repeated only when it looks like a field's name.
    private static string PlaceOf(JsonException fault)
    {
        var path = fault.Path is { Length: > 1 and <= 64 } named && named.All(c => char.IsAsciiLetterOrDigit(c) || c is '$' or '.' or '[' or ']')
            ? $" at {fault.Path}"
            : "";
        return fault.LineNumber is { } line ? $"{path} (line {line + 1}, byte {fault.BytePositionInLine + 1})" : path;
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
