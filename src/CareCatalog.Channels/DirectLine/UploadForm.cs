using System.Text.Json;
using System.Text.Json.Nodes;
using CareCatalog.Channels.BotFramework;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CareCatalog.Channels.DirectLine;

/// <summary>
/// Reads an upload: a form of an activity and files, or one file alone. The files themselves are let go at once: no answer
/// needs them, and a family's papers are not ours to keep. Source: Direct Line 3.0, Upload.
/// </summary>
internal static class UploadForm
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int LongestBoundary = 70;
    private const int LongestName = 256;
    private const int MostParts = 11;

    /// <summary>The activity, with an attachment for each file; or why it is not taken.</summary>
    public static async Task<(Activity? Sent, Refusal? Refusal)> ReadAsync(HttpRequest request)
    {
        var (bytes, refusal) = await BoundedBody.ReadAsync(request);
        if (refusal is not null) return (null, refusal);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return (null, new Refusal(415, "UnsupportedMediaType", "The body must be multipart/form-data, or one file with its type."));
        if (!type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return bytes!.Length == 0 ? (null, Bad("The file is empty.")) : (Message([FileOf(type.MediaType.Value, request.Headers.ContentDisposition)]), null);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= LongestBoundary }) return (null, Bad("The boundary is missing or too long."));
        try
        {
            return await ReadAsync(new MultipartReader(boundary, new MemoryStream(bytes!)), request.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return (null, Bad("The form is damaged."));
        }
    }

    private static async Task<(Activity?, Refusal?)> ReadAsync(MultipartReader form, CancellationToken cancellation)
    {
        Activity? activity = null;
        var files = new JsonArray();
        for (var parts = 0; await form.ReadNextSectionAsync(cancellation) is { } part; parts++)
        {
            if (parts == MostParts) return (null, Bad($"There are more than {MostParts} parts."));
            using var body = new MemoryStream();
            await part.Body.CopyToAsync(body, cancellation);
            if (!IsActivity(part)) files.Add(FileOf(part.ContentType, part.ContentDisposition));
            else if (activity is not null) return (null, Bad("There are two activities."));
            else if (JsonBody.Parse(body.ToArray(), ActivityJson.Rules.Activity) is var (read, refusal) && refusal is not null) return (null, refusal);
            else activity = read;
        }
        if (files.Count == 0) return (null, Bad("There is no file."));
        return (activity is null ? Message(files) : activity with { Attachments = AsElement(files) }, null);
    }

    private static bool IsActivity(MultipartSection part) => part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true;

    private static Activity Message(JsonArray files) => new() { Type = "message", Attachments = AsElement(files) };

    private static JsonElement AsElement(JsonArray files) => JsonSerializer.SerializeToElement(files, ActivityJson.Rules.JsonArray);

    private static JsonObject FileOf(string? type, string? disposition)
    {
        var name = ContentDispositionHeaderValue.TryParse(disposition, out var found)
            ? HeaderUtilities.RemoveQuotes(found.FileNameStar.HasValue ? found.FileNameStar : found.FileName).Value
            : null;
        var kind = MediaTypeHeaderValue.TryParse(type, out var media) ? media.MediaType.Value : null;
        return new JsonObject { ["contentType"] = kind ?? "application/octet-stream", ["name"] = Shown(name) };
    }

    private static string Shown(string? name)
    {
        var shown = string.Concat((name ?? "").EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune)).Select(rune => rune.ToString()));
        return shown.Length <= LongestName ? shown : shown[..LongestName];
    }

    private static Refusal Bad(string reason) => new(400, "BadArgument", reason);
}
