using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CareCatalog.Faults.Scenarios;

/// <summary>A channel that notes the replies posted to it.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> replies = new();
    private readonly ConcurrentBag<string> differing = [];
    private readonly WebApplication app;
    private int received;

    private Sink(string address)
    {
        Address = address;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public string Address { get; }

    public int Received => received;

    public int Distinct => replies.Count;

    public IEnumerable<string> Differing => differing;

    public static async Task<Sink> StartAsync()
    {
        var sink = new Sink($"http://127.0.0.1:{HostUnderTest.FreePort()}");
        await sink.app.StartAsync();
        return sink;
    }

    /// <summary>Those of the messages to which no reply has come when patience is over.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyCollection<string> messages, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var missing = messages.Where(id => !replies.ContainsKey(id)).ToList();
            if (missing.Count == 0 || TimeProvider.System.GetElapsedTime(began) > patience) return missing;
            await Task.Delay(100);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var id = (string)JsonNode.Parse(body)!["replyToId"]!;
        Interlocked.Increment(ref received);
        if (replies.GetOrAdd(id, body) != body) differing.Add(id);
        await context.Response.WriteAsync("{}");
    }
}
