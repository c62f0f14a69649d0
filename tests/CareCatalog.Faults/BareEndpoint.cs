using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CareCatalog.Faults;

/// <summary>The least a host can do with a JSON request: what the machine can do at all.</summary>
internal static class BareEndpoint
{
    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapPost("/", async context =>
        {
            var sent = await JsonNode.ParseAsync(context.Request.Body);
            await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = (string?)sent!["text"] });
        });
        await app.RunAsync();
        return 0;
    }
}
