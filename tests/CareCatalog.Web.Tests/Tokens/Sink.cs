using System.Threading.Channels;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests.Tokens;

/// <summary>A channel on loopback that notes what is posted to it.</summary>
public sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<(string, string?, string)> posted = Channel.CreateUnbounded<(string, string?, string)>();
    private int connections;

    private Sink()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
        {
            Interlocked.Increment(ref connections);
            return next(connection);
        })));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    public string Location { get; set; } = "/elsewhere";

    public ConcurrentQueue<(string Path, string? Authorization, string Body)> Received { get; } = new();

    /// <summary>What is posted next.</summary>
    public async Task<(string Path, string? Authorization, string Body)> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await posted.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Completes when something is posted.</summary>
    public Task First => first.Task;

    /// <summary>How many connections were made, whether anything was sent on them or not.</summary>
    public int Connections => connections;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<Sink> StartAsync(int status = 200)
    {
        var sink = new Sink { Status = status };
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var post = (context.Features.Get<IHttpRequestFeature>()!.RawTarget, (string?)context.Request.Headers.Authorization, body);
        Received.Enqueue(post);
        first.TrySetResult();
        context.Response.StatusCode = Status;
        await posted.Writer.WriteAsync(post);
        if (Status is >= 300 and < 400) context.Response.Headers.Location = Location;
        await context.Response.WriteAsync("""{"id":"1"}""");
    }
}
