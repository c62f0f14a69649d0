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

    private static async Task<JsonNode?> LastAnswerAsync(Visitor visitor) => (await visitor.ReadAsync()).Activities[^1]!["channelData"]!["reply"];

    [Fact]
    public async Task Conversation_SilentForThirtyMinutes_KnowsNothingMore_AndTheTranscriptIsThere()
    {
        var visitor = await Visitor.StartAsync(factory.CreateClient());
        await visitor.SayAsync("我家孩子4岁，住在青岛");
        await visitor.SayAsync("上幼儿园");
        Assert.Equal("370200", (string?)(await LastAnswerAsync(visitor))!["jurisdiction"]);
        clock.Advance(TimeSpan.FromMinutes(30));

        // The token has expired with the state; in Development whoever brings none is trusted.
        visitor.Token = "";
        Assert.Equal(5, (await visitor.ReadAsync()).Activities.Count);
        await visitor.SayAsync("上幼儿园");
        Assert.Null((string?)(await LastAnswerAsync(visitor))!["jurisdiction"]);
        Assert.Equal(7, (await visitor.ReadAsync()).Activities.Count);
    }

    [Fact]
    public async Task Conversation_SilentForSevenDays_IsGone_AndMayBeginAnew()
    {
        var visitor = await Visitor.StartAsync(factory.CreateClient());
        await visitor.SayAsync("我家孩子4岁");
        visitor.Token = "";
        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await visitor.ReadAsync()).Activities.Count);
        clock.Advance(TimeSpan.FromSeconds(1));

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

    [Theory]
    [InlineData("Conversations:SilenceMinutes", "0")]
    [InlineData("Conversations:TranscriptDays", "8")]
    [InlineData("Conversations:CaseDays", "0")]
    public void Start_WithATimeOutOfRange_IsRefusedByName(string setting, string value)
    {
        using var host = factory.WithWebHostBuilder(builder => builder.UseSetting(setting, value));
        Assert.Contains(setting.Split(':')[1], Assert.ThrowsAny<Exception>(() => host.CreateClient()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_AsConfigured_AreKeptAndToldToFamilies()
    {
        using var host = factory.WithWebHostBuilder(builder => builder.UseSetting("Conversations:SilenceMinutes", "10").UseSetting("Conversations:TranscriptDays", "3"));
        var client = host.CreateClient();
        var notice = await client.GetStringAsync("/privacy?lang=en-US");
        Assert.Contains("After 10 minutes", notice, StringComparison.Ordinal);
        Assert.Contains("after 3 days", notice, StringComparison.Ordinal);
        var visitor = await Visitor.StartAsync(client);
        visitor.Token = "";
        clock.Advance(TimeSpan.FromDays(3));
        using var read = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}/activities");
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }
}
