using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CareCatalog.Cli.Channels;

/// <summary>Direct Line as a site that embeds the chat uses it.</summary>
internal sealed class DirectLineChecks(HttpClient host, string? secret)
{
    private string token = "";
    private string conversation = "";

    public static IEnumerable<ChannelCheck> Of(HttpClient host, string? secret)
    {
        var line = new DirectLineChecks(host, secret);
        return
        [
            new("directline: token", line.TakeTokenAsync),
            new("directline: conversation", line.StartAsync),
            new("directline: message", line.AskAsync),
            new("directline: forged token refused", line.ForgeAsync),
        ];
    }

    private async Task<string?> TakeTokenAsync(CancellationToken cancellation)
    {
        using var response = string.IsNullOrEmpty(secret)
            ? await host.PostAsync("/api/v1/chat/token", null, cancellation)
            : await SendAsync(HttpMethod.Post, "tokens/generate", secret, null, cancellation);
        if (ChannelCheck.Expect(response, 200) is { } reason) return reason;
        token = await FieldAsync(response, "token", cancellation);
        return null;
    }

    private async Task<string?> StartAsync(CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Post, "conversations", token, new JsonObject { ["locale"] = "en-US" }, cancellation);
        if (ChannelCheck.Expect(response, 200, 201) is { } reason) return reason;
        conversation = await FieldAsync(response, "conversationId", cancellation);
        return null;
    }

    private async Task<string?> AskAsync(CancellationToken cancellation)
    {
        var path = $"conversations/{conversation}/activities";
        var message = new JsonObject { ["type"] = "message", ["text"] = ChannelCheck.Question, ["from"] = new JsonObject { ["id"] = "check" } };
        using var posted = await SendAsync(HttpMethod.Post, path, token, message, cancellation);
        if (ChannelCheck.Expect(posted, 200) is { } reason) return reason;
        var id = await FieldAsync(posted, "id", cancellation);
        using var read = await SendAsync(HttpMethod.Get, path, token, null, cancellation);
        if (ChannelCheck.Expect(read, 200) is { } unread) return unread;
        var set = await read.Content.ReadFromJsonAsync<JsonObject>(cancellation);
        return set?["activities"]?.AsArray().Any(activity => (string?)activity?["replyToId"] == id) == true ? null : "no reply to the message";
    }

    private async Task<string?> ForgeAsync(CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Get, $"conversations/{conversation}", "a.forged.token", null, cancellation);
        return ChannelCheck.Expect(response, 401, 403);
    }

    private static async Task<string> FieldAsync(HttpResponseMessage response, string name, CancellationToken cancellation) =>
        (string?)(await response.Content.ReadFromJsonAsync<JsonObject>(cancellation))?[name] ?? throw new InvalidOperationException($"the answer has no {name}");

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string bearer, JsonObject? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await host.SendAsync(request, cancellation);
    }
}
