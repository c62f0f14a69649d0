using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareCatalog.Web.Tests;

/// <summary>Someone who talks to a host over Direct Line, step by step.</summary>
public sealed class Visitor(HttpClient client)
{
    public string Token { get; set; } = "";

    public string Id { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    public static async Task<Visitor> StartAsync(HttpClient client)
    {
        var visitor = new Visitor(client);
        await visitor.TakeTokenAsync();
        await visitor.BeginAsync();
        return visitor;
    }

    /// <summary>The same person at another node.</summary>
    public Visitor At(HttpClient other) => new(other) { Token = Token, Id = Id };

    public async Task TakeTokenAsync()
    {
        using var response = await client.PostAsync("/api/v1/chat/token", null);
        Note(await response.Content.ReadFromJsonAsync<JsonObject>());
    }

    public async Task<HttpResponseMessage> BeginAsync()
    {
        var response = await SendAsync(HttpMethod.Post, "/v3/directline/conversations", """{"user":{},"locale":"zh-CN"}""");
        if (response.IsSuccessStatusCode) Note(await response.Content.ReadFromJsonAsync<JsonObject>());
        return response;
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json = null) =>
        SendAsync(method, path, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string json) => SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{Id}/activities", json);

    public async Task<string> SayAsync(string text, string? name = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "anyone" } };
        if (name is not null) activity["channelData"] = new JsonObject { ["clientActivityID"] = name };
        using var response = await PostAsync(activity.ToJsonString());
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    public async Task<(JsonArray Activities, string Watermark)> ReadAsync(string? watermark = null)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{Id}/activities?watermark={watermark}");
        response.EnsureSuccessStatusCode();
        var set = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        return (set["activities"]!.AsArray(), (string)set["watermark"]!);
    }

    public async Task<ClientWebSocket> OpenStreamAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(StreamUrl), CancellationToken.None);
        return socket;
    }

    /// <summary>The next set with activities; null when the other side closes.</summary>
    public static async Task<JsonObject?> NextAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var bytes = new List<byte>();
        var piece = new byte[8192];
        while (true)
        {
            var received = await socket.ReceiveAsync(piece, patience.Token);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            bytes.AddRange(piece.AsSpan(0, received.Count));
            if (!received.EndOfMessage || bytes.Count == 0) continue;
            return JsonSerializer.Deserialize<JsonObject>(bytes.ToArray());
        }
    }

    private void Note(JsonObject? given)
    {
        Id = (string)given!["conversationId"]!;
        Token = (string)given["token"]!;
        StreamUrl = (string?)given["streamUrl"] ?? StreamUrl;
    }
}
