using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace CareCatalog.Faults;

/// <summary>
/// Someone who talks over Direct Line, one message after the other, and says each again under its own id until it is
/// acknowledged; and the judge of what the host then has of it.
/// </summary>
internal sealed class Talker(HttpClient client, Uri address)
{
    private static readonly string[] Questions =
        ["我家孩子4岁，刚搬到青岛，想上幼儿园", "打疫苗去哪里", "详细说说", "长春上小学要什么条件", "低保怎么申请", "还有吗", "哪个部门管", "孩子残疾，有什么补贴"];

    private readonly List<string> acknowledged = [];
    private string token = "";
    private string id = "";
    private string streamUrl = "";

    /// <summary>A word nobody else says, of letters in which nothing personal can be read.</summary>
    public string Mark { get; } = "mark" + string.Concat(Random.Shared.GetItems<char>("bdfghjkm", 14));

    public string Id => id;

    /// <summary>The same person at another address of the same service.</summary>
    public Talker At(Uri other) => new(client, other) { id = id, token = token };

    /// <summary>Opens the stream of the conversation.</summary>
    public async Task<ClientWebSocket> OpenStreamAsync()
    {
        var stream = new ClientWebSocket();
        await stream.ConnectAsync(new Uri(streamUrl), CancellationToken.None);
        return stream;
    }

    /// <summary>The next set of activities of a stream; null when it closes.</summary>
    public static async Task<JsonNode?> NextAsync(ClientWebSocket stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var text = new MemoryStream();
        var piece = new byte[8192];
        while (true)
        {
            var received = await stream.ReceiveAsync(piece, patience.Token);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            text.Write(piece, 0, received.Count);
            if (received.EndOfMessage && text.Length > 0) return JsonNode.Parse(text.ToArray());
        }
    }

    public int Acknowledged => acknowledged.Count;

    /// <summary>Answers of 5xx other than 503 with Retry-After: refusals that no outage excuses.</summary>
    public int Improper { get; private set; }

    /// <summary>Answers of 503 with Retry-After, and connections that broke.</summary>
    public int Refused { get; private set; }

    public async Task StartAsync(CancellationToken cancellation = default)
    {
        Note(await RepeatAsync(HttpMethod.Post, "/api/v1/chat/token", null, cancellation));
        Note(await RepeatAsync(HttpMethod.Post, "/v3/directline/conversations", new JsonObject(), cancellation));
    }

    /// <summary>Says the next message until it is acknowledged.</summary>
    public async Task SayAsync(CancellationToken cancellation = default)
    {
        var text = $"{Questions[acknowledged.Count % Questions.Length]} {Mark}n{acknowledged.Count}e";
        await RepeatAsync(HttpMethod.Post, $"/v3/directline/conversations/{id}/activities", Activity(text, acknowledged.Count), cancellation);
        acknowledged.Add(text);
    }

    /// <summary>Says a message once; what comes back, or null when nothing does.</summary>
    public async Task<HttpStatusCode?> SayOnceAsync(string text, int number)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{id}/activities", Activity(text, number), default);
        return response?.StatusCode;
    }

    /// <summary>Hands in messages already said again, in any order.</summary>
    public async Task RepeatAsync(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            await RepeatAsync(HttpMethod.Post, $"/v3/directline/conversations/{id}/activities", Activity(acknowledged[number], number), default);
    }

    /// <summary>The whole transcript.</summary>
    public async Task<List<JsonNode>> ReadAsync()
    {
        var all = new List<JsonNode>();
        for (var watermark = "0"; ;)
        {
            var set = await RepeatAsync(HttpMethod.Get, $"/v3/directline/conversations/{id}/activities?watermark={watermark}", null, default);
            var page = set["activities"]!.AsArray();
            if (page.Count == 0) return all;
            all.AddRange(page.Select(each => each!.DeepClone()));
            watermark = (string)set["watermark"]!;
        }
    }

    /// <summary>What is wrong with the transcript: I1 each acknowledged message once, I2 nobody else's words, I4 in order, each answered.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync(IReadOnlyCollection<string> marks)
    {
        var wrong = new List<string>();
        var all = await ReadAsync();
        var said = all.Where(each => (string?)each["from"]?["role"] == "user").Select(each => (string)each["text"]!).ToList();
        if (!said.Where(acknowledged.Contains).SequenceEqual(acknowledged)) wrong.Add($"{id}: acknowledged {acknowledged.Count}, found {said.Count(acknowledged.Contains)}, or not in order");
        if (said.Distinct().Count() != said.Count) wrong.Add($"{id}: a message is there twice");
        for (var at = 0; at < all.Count; at++)
        {
            if ((string?)all[at]["from"]?["role"] != "user") continue;
            if (at + 1 >= all.Count || (string?)all[at + 1]["replyToId"] != (string?)all[at]["id"]) wrong.Add($"{id}: a message is not followed by its answer");
        }
        var text = string.Concat(all.Select(each => each.ToJsonString()));
        if (marks.Any(mark => mark != Mark && text.Contains(mark, StringComparison.Ordinal))) wrong.Add($"{id}: another conversation's words");
        if (Improper > 0) wrong.Add($"{id}: {Improper} improper refusals");
        return wrong;
    }

    private static JsonObject Activity(string text, int number) => new()
    {
        ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "dl_x" },
        ["channelData"] = new JsonObject { ["clientActivityID"] = $"n{number}" },
    };

    private async Task<JsonNode> RepeatAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            using var response = await SendAsync(method, path, body, cancellation);
            if (response is { IsSuccessStatusCode: true })
            {
                try
                {
                    return (await response.Content.ReadFromJsonAsync<JsonNode>(cancellation))!;
                }
                catch (Exception broken) when (broken is HttpRequestException or IOException or System.Text.Json.JsonException)
                {
                    // The host went in the middle of its answer.
                }
            }
            else if (response is null || response is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null })
            {
                Refused++;
            }
            else
            {
                if ((int)response.StatusCode < 500) throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellation)}");
                Improper++;
            }
            await Task.Delay(20, cancellation);
        }
    }

    private async Task<HttpResponseMessage?> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = body is null ? null : JsonContent.Create(body) };
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            return await client.SendAsync(request, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || failure is TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Note(JsonNode given)
    {
        id = (string)given["conversationId"]!;
        token = (string)given["token"]!;
        streamUrl = (string?)given["streamUrl"] ?? "";
    }
}
