using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CareCatalog.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests;

/// <summary>What time does to conversations and tokens.</summary>
public sealed class ExpiryTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-").FullName;
    private readonly WebApplicationFactory<Program> factory;

    public ExpiryTests() => factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseEnvironment("Development")
        .UseSetting("Storage:Sqlite:Path", Path.Combine(folder, "carecatalog.db"))
        .UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]))
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));

    public void Dispose()
    {
        factory.Dispose();
        Directory.Delete(folder, true);
    }

    private static async Task<string> RefusedAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["code"]!;
    }

    [Fact]
    public async Task Token_PastItsTime_Is403TokenExpired_AndIsNotRefreshed()
    {
        var visitor = await Visitor.StartAsync(factory.CreateClient());
        clock.Advance(TimeSpan.FromMinutes(30));
        using var read = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}/activities");
        Assert.Equal("TokenExpired", await RefusedAsync(read, HttpStatusCode.Forbidden));
        using var refresh = await visitor.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh");
        Assert.Equal("TokenExpired", await RefusedAsync(refresh, HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Ticket_AfterAMinute_OpensNoStream()
    {
        var visitor = await Visitor.StartAsync(factory.CreateClient());
        clock.Advance(TimeSpan.FromSeconds(61));
        using var response = await visitor.SendAsync(HttpMethod.Get, new Uri(visitor.StreamUrl).PathAndQuery);
        Assert.Equal("TokenExpired", await RefusedAsync(response, HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Conversation_SilentForThirtyMinutes_IsGone_AndTheTokenStartsItAnew()
    {
        var visitor = await Visitor.StartAsync(factory.CreateClient());
        await visitor.SayAsync("我家孩子4岁");
        clock.Advance(TimeSpan.FromMinutes(20));
        using (var refresh = await visitor.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh"))
            visitor.Token = (string)(await refresh.Content.ReadFromJsonAsync<JsonObject>())!["token"]!;
        clock.Advance(TimeSpan.FromMinutes(10));

        using var read = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}/activities");
        Assert.Equal("ConversationNotFound", await RefusedAsync(read, HttpStatusCode.NotFound));
        using var post = await visitor.PostAsync("""{"type":"message","text":"还在吗"}""");
        Assert.Equal("ConversationNotFound", await RefusedAsync(post, HttpStatusCode.NotFound));
        using var reconnect = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}");
        Assert.Equal("ConversationNotFound", await RefusedAsync(reconnect, HttpStatusCode.NotFound));

        using var begun = await visitor.BeginAsync();
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        Assert.Single((await visitor.ReadAsync()).Activities);
    }
}
