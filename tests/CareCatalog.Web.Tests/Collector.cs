using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests;

/// <summary>A collector of OTLP, over gRPC or over HTTP: keeps what it is sent, by path.</summary>
public sealed class Collector : IAsyncDisposable
{
    // The gRPC frame of an empty message: not compressed, no bytes.
    private static readonly byte[] EmptyFrame = [0, 0, 0, 0, 0];

    private readonly ConcurrentDictionary<string, string> sent = new();
    private readonly WebApplication app;

    private Collector(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>All it was sent.</summary>
    public string All => string.Concat(sent.Values);

    public static async Task<Collector> StartAsync(bool overGrpc)
    {
        var collector = new Collector(overGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1);
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>What was sent to a path, once it holds these words.</summary>
    public async Task<string> WaitAsync(string path, params string[] words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (sent.TryGetValue(path, out var text) && words.All(word => text.Contains(word, StringComparison.Ordinal))) return text;
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(50, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        // Names and texts stand in protobuf as they are.
        sent.AddOrUpdate(context.Request.Path, Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
        var isGrpc = context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true;
        context.Response.ContentType = isGrpc ? "application/grpc" : "application/x-protobuf";
        if (!isGrpc) return;
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(EmptyFrame);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
