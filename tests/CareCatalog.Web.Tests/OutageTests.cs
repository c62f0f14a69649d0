using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CareCatalog.Dialogs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace CareCatalog.Web.Tests;

/// <summary>What is said when the store is out of reach: the public numbers where a channel can show them, else 503.</summary>
public sealed class OutageTests : IDisposable
{
    private readonly WebApplicationFactory<Program> factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseEnvironment("Development")
        .UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]))
        .ConfigureTestServices(services => services.AddSingleton(BrokenStore())));

    public void Dispose() => factory.Dispose();

    private static IConversationStore BrokenStore()
    {
        var store = new Mock<IConversationStore>();
        store.Setup(broken => broken.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Throws(new Outage());
        store.Setup(broken => broken.SweepAsync(It.IsAny<Retained>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).Throws(new Outage());
        store.Setup(broken => broken.IsReachableAsync(It.IsAny<CancellationToken>())).ReturnsAsync(false);
        return store.Object;
    }

    [Fact]
    public async Task DirectLine_Is503InItsOwnForm()
    {
        using var client = factory.CreateClient();
        var visitor = new Visitor(client);
        await visitor.TakeTokenAsync();
        using var response = await visitor.BeginAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("5", Assert.Single(response.Headers.GetValues("Retry-After")));
        Assert.Equal("ServiceUnavailable", (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["code"]!);
    }

    [Fact]
    public async Task BotFramework_StillShowsThePublicNumbers()
    {
        using var client = factory.CreateClient();
        using var response = await client.PostAsJsonAsync(
            "/api/messages", new { type = "message", text = "青岛", deliveryMode = "expectReplies", conversation = new { id = "c" } });
        var reply = Assert.Single((await response.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray())!;
        var expected = factory.Services.GetRequiredService<Assistant>().Unavailable(Language.Chinese).Text;
        Assert.Equal(expected, (string)reply["text"]!);
    }

    [Fact]
    public async Task Answers_NeedNoStore()
    {
        using var client = factory.CreateClient();
        using var response = await client.PostAsJsonAsync("/api/v1/answers", new { text = "青岛" });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Readiness_SaysSo_AndTheProcessIsStillHealthy()
    {
        using var client = factory.CreateClient();
        using var response = await client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("unreachable", (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["store"]!);
        Assert.Equal("ok", await client.GetStringAsync("/healthz"));
    }

    private sealed class Outage() : DbException("The store is out of reach.");
}
