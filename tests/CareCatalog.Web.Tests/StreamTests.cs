using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CareCatalog.Web.Tests;

/// <summary>The stream of a conversation, and everything bad that may come to it.</summary>
[Collection(OnOneHost.Name)]
public sealed class StreamTests(RunningHost host)
{
    private static IEnumerable<string> Texts(JsonObject? set) =>
        set!["activities"]!.AsArray().Select(activity => (string?)activity!["text"] ?? "");

    [Fact]
    public async Task Stream_Opened_ReplaysThenFollows()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        await visitor.SayAsync("第一句");
        using var socket = await visitor.OpenStreamAsync();

        var replayed = await Visitor.NextAsync(socket);
        await visitor.SayAsync("第二句");
        var followed = await Visitor.NextAsync(socket);

        Assert.Equal(3, Texts(replayed).Count());
        Assert.Equal("3", (string)replayed!["watermark"]!);
        Assert.Equal("第二句", Texts(followed).First());
        Assert.Equal(2, Texts(followed).Count());
        Assert.Equal("5", (string)followed!["watermark"]!);
    }

    [Fact]
    public async Task Stream_OpenedTwice_BothAreTold()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var one = await visitor.OpenStreamAsync();
        using var two = await visitor.OpenStreamAsync();
        await Visitor.NextAsync(one);
        await Visitor.NextAsync(two);
        await visitor.SayAsync("大家好");
        Assert.Equal("大家好", Texts(await Visitor.NextAsync(one)).First());
        Assert.Equal("大家好", Texts(await Visitor.NextAsync(two)).First());
    }

    [Fact]
    public async Task Stream_ClosedByTheClient_IsClosedInReturn()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var socket = await visitor.OpenStreamAsync();
        await Visitor.NextAsync(socket);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Stream_SignsOfLifeAndSmallTalk_ArePassedOver()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var socket = await visitor.OpenStreamAsync();
        await Visitor.NextAsync(socket);
        for (var i = 0; i < 100; i++) await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, default);
        await socket.SendAsync("{\"type\":\"message\"}"u8.ToArray(), WebSocketMessageType.Text, true, default);
        await socket.SendAsync(new byte[100], WebSocketMessageType.Binary, true, default);
        await visitor.SayAsync("还在吗");
        Assert.Equal("还在吗", Texts(await Visitor.NextAsync(socket)).First());
    }

    [Theory]
    [InlineData(WebSocketMessageType.Text)]
    [InlineData(WebSocketMessageType.Binary)]
    public async Task Stream_FrameTooLarge_IsClosedWithAReason(WebSocketMessageType type)
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var socket = await visitor.OpenStreamAsync();
        await Visitor.NextAsync(socket);
        await socket.SendAsync(new byte[64 * 1024], type, true, default);
        Assert.Null(await Visitor.NextAsync(socket));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task Stream_EndlessMessageInPieces_IsClosed()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var socket = await visitor.OpenStreamAsync();
        await Visitor.NextAsync(socket);
        for (var i = 0; i < 8; i++) await socket.SendAsync(new byte[1000], WebSocketMessageType.Binary, false, default);
        Assert.Null(await Visitor.NextAsync(socket));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    public static TheoryData<string, byte[]> BadFrames() => new()
    {
        { "not masked", [0x81, 0x04, .. "abcdefgh"u8] },
        { "reserved bits", [0xf1, 0x80, 0, 0, 0, 0] },
        { "unknown opcode", [0x83, 0x80, 0, 0, 0, 0] },
        { "continuation of nothing", [0x80, 0x80, 0, 0, 0, 0] },
        { "control frame in pieces", [0x09, 0x80, 0, 0, 0, 0] },
        { "control frame too long", [0x89, 0xfe, 0x00, 0xff, 0, 0, 0, 0] },
        { "length of eight exabytes", [0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, .. new byte[20_000]] },
        { "negative length", [0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0] },
        { "text that is not UTF-8", [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe] },
        { "close with half a code", [0x88, 0x81, 0, 0, 0, 0, 0x03] },
        { "close with a code of nobody", [0x88, 0x82, 0, 0, 0, 0, 0x00, 0x01] },
        { "noise", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7919 >> 3))] },
    };

    [Theory]
    [MemberData(nameof(BadFrames))]
    public async Task Stream_DamagedFrame_EndsThatStreamAndNothingElse(string name, byte[] frame)
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var raw = new TcpClient();
        await raw.ConnectAsync(host.Address.Host, host.Address.Port);
        using var stream = raw.GetStream();
        var target = new Uri(visitor.StreamUrl);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {target.PathAndQuery} HTTP/1.1\r\nHost: {target.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var buffer = new byte[4096];
        var answer = "";
        while (!answer.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(buffer.AsMemory(0, 1));
            answer += (char)buffer[0];
        }
        Assert.StartsWith("HTTP/1.1 101", answer, StringComparison.Ordinal);

        // The host hangs up: reading comes to an end.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await stream.WriteAsync(frame);
            while (await stream.ReadAsync(buffer, patience.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset.
        }

        await visitor.SayAsync("还在吗");
        Assert.Equal(3, (await visitor.ReadAsync()).Activities.Count);
        Assert.NotEmpty(name);
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("&t=", 401)]
    [InlineData("&t=nonsense", 403)]
    [InlineData("&t=TOKEN", 403)]
    [InlineData("&t=FOREIGN", 403)]
    [InlineData("&watermark=x&t=TICKET", 400)]
    [InlineData("&watermark=-1&t=TICKET", 400)]
    [InlineData("&t=TICKET", 426)]
    public async Task Stream_BadAddress_IsRefused(string query, int status)
    {
        var visitor = await Visitor.StartAsync(host.Client);
        var foreign = await Visitor.StartAsync(host.Client);
        query = query.Replace("TOKEN", visitor.Token).Replace("TICKET", visitor.StreamUrl.Split("&t=")[1]).Replace("FOREIGN", foreign.StreamUrl.Split("&t=")[1]);
        using var response = await host.Client.GetAsync($"/v3/directline/conversations/{visitor.Id}/stream?x=1{query}");
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.NotNull(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["code"]);
    }

    [Fact]
    public async Task Ticket_OpensNothingButTheStream()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        visitor.Token = visitor.StreamUrl.Split("&t=")[1];
        using var response = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}/activities");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("HOST", true)]
    [InlineData("HOST.evil.example", false)]
    public async Task Stream_FromAPageElsewhere_IsRefused(string origin, bool allowed)
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin.Replace("HOST", $"http://{host.Address.Authority}"));
        socket.Options.CollectHttpResponseDetails = true;
        var connecting = socket.ConnectAsync(new Uri(visitor.StreamUrl), CancellationToken.None);
        if (allowed) await connecting;
        else await Assert.ThrowsAsync<WebSocketException>(() => connecting);
        Assert.Equal(allowed ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }
}
