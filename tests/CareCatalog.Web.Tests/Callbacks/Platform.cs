using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests.Callbacks;

/// <summary>The interfaces of WeChat and WeCom on loopback: gives tokens, takes messages.</summary>
public sealed class Platform : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SemaphoreSlim sent = new(0);

    private Platform()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Codes to answer messages with, then 0.</summary>
    public ConcurrentQueue<int> Codes { get; } = new();

    /// <summary>Paths asked for, with their queries.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Messages handed in, taken or not.</summary>
    public ConcurrentQueue<JsonNode> Tried { get; } = new();

    /// <summary>Messages taken.</summary>
    public ConcurrentQueue<JsonNode> Messages { get; } = new();

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<Platform> StartAsync()
    {
        var platform = new Platform();
        await platform.app.StartAsync();
        return platform;
    }

    /// <summary>Forgets what an earlier test has done.</summary>
    public void Forget()
    {
        Codes.Clear();
        Asked.Clear();
        Messages.Clear();
        Tried.Clear();
        while (sent.Wait(0))
        {
            // What came too late for the test before is not this one's.
        }
    }

    /// <summary>Waits until so many more messages have been taken.</summary>
    public async Task WaitAsync(int messages)
    {
        for (var i = 0; i < messages; i++) Assert.True(await sent.WaitAsync(TimeSpan.FromSeconds(90)), "no message came");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        sent.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Asked.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
        if (!context.Request.Path.Value!.EndsWith("/send", StringComparison.Ordinal))
        {
            await context.Response.WriteAsJsonAsync(new { errcode = 0, access_token = $"token-{Asked.Count}", expires_in = 7200 });
            return;
        }
        var message = (await JsonNode.ParseAsync(context.Request.Body))!;
        Tried.Enqueue(message);
        var code = Codes.TryDequeue(out var next) ? next : 0;
        if (code == 0) Messages.Enqueue(message);
        await context.Response.WriteAsJsonAsync(new { errcode = code, errmsg = "" });
        if (code == 0) sent.Release();
    }
}
