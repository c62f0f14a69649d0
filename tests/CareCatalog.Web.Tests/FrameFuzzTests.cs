using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Xunit.Abstractions;

namespace CareCatalog.Web.Tests;

/// <summary>20,000 WebSocket frames, sound, strange and damaged: the host hangs up on what it must and goes on.</summary>
[Collection(OnOneHost.Name)]
public sealed class FrameFuzzTests(RunningHost host, ITestOutputHelper output)
{
    private const int Seed = 20261122;
    private const int Frames = 20_000;
    private const int PerLine = 20;
    private const int AtOnce = 8;
    private const double SlackMegabytes = 80;

    [Fact]
    public async Task Frames_OfEveryKind_EndInAHangUpOrAreTaken_AndTheHostGoesOn()
    {
        var random = new Random(Seed);
        var visitor = await Visitor.StartAsync(host.Client);
        await RunAsync(visitor, random, 500);
        var before = host.Megabytes;
        var closed = await RunAsync(visitor, random, Frames);
        output.WriteLine($"seed {Seed}: {Frames} frames on {Frames / PerLine} lines, {closed} closed by a close frame; {before:0} MB, then {host.Megabytes:0} MB");

        Assert.InRange(closed, 1, Frames / PerLine);
        Assert.InRange(host.Megabytes - before, -1000, SlackMegabytes);
        using var socket = await visitor.OpenStreamAsync();
        await Visitor.NextAsync(socket);
        await visitor.SayAsync("还在吗");
        Assert.NotNull(await Visitor.NextAsync(socket));
    }

    private static async Task<int> RunAsync(Visitor visitor, Random random, int frames)
    {
        var closed = 0;
        for (var line = 0; line < frames / PerLine; line += AtOnce)
        {
            // A ticket is good for a minute.
            using var response = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}");
            var stream = new Uri(System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["streamUrl"]!.ToString());
            var bytes = Enumerable.Range(0, AtOnce).Select(_ => Enumerable.Range(0, PerLine).SelectMany(_ => Frame(random)).ToArray()).ToList();
            var ends = await Task.WhenAll(bytes.Select(sent => TalkAsync(stream, sent)));
            closed += ends.Count(end => end);
        }
        return closed;
    }

    // Sends all at once, hangs up, and reads until the host has hung up too; whether its last word was a close frame.
    private static async Task<bool> TalkAsync(Uri stream, byte[] frames)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        await client.ConnectAsync(stream.Host, stream.Port, patience.Token);
        var line = client.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {stream.PathAndQuery} HTTP/1.1\r\nHost: {stream.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(new byte[16])}\r\n\r\n"), patience.Token);
        using var answer = new MemoryStream();
        try
        {
            await line.WriteAsync(frames, patience.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            await line.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // Reset.
        }
        var said = answer.ToArray();
        if (said.Length > 0) Assert.StartsWith("HTTP/1.1 101", Encoding.ASCII.GetString(said, 0, Math.Min(12, said.Length)), StringComparison.Ordinal);
        return said.Length >= 4 && (said[^2] == 0x88 || said[^4] == 0x88);
    }

    private static byte[] Frame(Random random)
    {
        var payload = new byte[random.Next(6) == 0 ? random.Next(5000) : random.Next(40)];
        random.NextBytes(payload);
        if (random.Next(2) == 0) payload = Encoding.UTF8.GetBytes(new string('a', payload.Length));
        // Most are sound, so that what follows them is read as well.
        var first = random.Next(12) switch
        {
            < 4 => 0x81,
            4 => 0x82,
            5 => 0x01,
            6 => 0x80,
            7 or 8 => 0x89,
            9 => 0x8a,
            10 => 0x88,
            _ => random.Next(256),
        };
        if (first is 0x89 or 0x8a or 0x88 && random.Next(10) > 0) payload = payload[..Math.Min(payload.Length, 100)];
        if (first is 0x89 or 0x81 && random.Next(2) == 0) payload = [];
        return [.. Header(random, first, payload.Length), .. payload];
    }

    private static byte[] Header(Random random, int first, int length)
    {
        var isMasked = random.Next(30) == 0 ? 0 : 0x80;
        // Masked with zeros, the payload is as it stands.
        var mask = isMasked == 0 ? [] : new byte[4];
        if (random.Next(60) == 0) length = random.Next(int.MaxValue);
        var wide = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(wide, length);
        return length switch
        {
            < 126 => [(byte)first, (byte)(isMasked | length), .. mask],
            < 65536 => [(byte)first, (byte)(isMasked | 126), .. wide[6..], .. mask],
            _ => [(byte)first, (byte)(isMasked | 127), .. wide, .. mask],
        };
    }
}
