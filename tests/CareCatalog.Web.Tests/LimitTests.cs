using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CareCatalog.Web.Tests.Callbacks;
using CareCatalog.Web.Tests.Tokens;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CareCatalog.Web.Tests;

/// <summary>Who says too much is asked to wait; who reads or comes back never is.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly List<WebApplicationFactory<Program>> hosts = [];

    public void Dispose() => hosts.ForEach(host => host.Dispose());

    private HttpClient Host(params (string Name, string Value)[] settings)
    {
        var host = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development").UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]));
            host.UseSetting("Storage:Sqlite:Path", Path.Combine(Directory.CreateTempSubdirectory("carecatalog-").FullName, "t.db"));
            foreach (var (name, value) in settings) host.UseSetting(name, value);
        });
        hosts.Add(host);
        return host.CreateClient();
    }

    private static void AssertLimited(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(int.Parse(Assert.Single(response.Headers.GetValues("Retry-After"))), 1, 60);
    }

    [Theory]
    [InlineData("Limits:PerUser")]
    [InlineData("Limits:PerConversation")]
    public async Task DirectLine_TooManyPosts_Are429_AndReadingAndComingBackNever(string limit)
    {
        var visitor = await Visitor.StartAsync(Host((limit, "3")));
        for (var i = 0; i < 3; i++) await visitor.SayAsync($"青岛{i}");
        using (var over = await visitor.PostAsync("""{"type":"message","text":"青岛"}"""))
        {
            AssertLimited(over);
            Assert.Equal("TooManyMessages", (string)(await over.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["code"]!);
        }
        for (var i = 0; i < 50; i++)
        {
            await visitor.ReadAsync();
            using var back = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}?watermark=1");
            Assert.Equal(HttpStatusCode.OK, back.StatusCode);
            using var refreshed = await visitor.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh");
            Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        }
        Assert.Equal(7, (await visitor.ReadAsync()).Activities.Count);
    }

    [Theory]
    [InlineData("/api/v1/answers", """{"text":"青岛"}""")]
    [InlineData("/api/v1/chat/token", "{}")]
    [InlineData("/api/messages", """{"type":"message","text":"青岛","deliveryMode":"expectReplies","conversation":{"id":"c"}}""")]
    public async Task Address_OfTheNetwork_IsLimited_AndAnotherAndThisMachineAreNot(string path, string body)
    {
        var client = Host(("Limits:PerAddress", "2"));
        async Task<HttpResponseMessage> PostAsync(string? forwarded)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (forwarded is not null) request.Headers.Add("X-Forwarded-For", forwarded);
            return await client.SendAsync(request);
        }

        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await PostAsync("198.51.100.7")).StatusCode);
        using var over = await PostAsync("198.51.100.7");
        AssertLimited(over);
        // What the client itself adds before the proxy's word counts for nothing.
        using var disguised = await PostAsync("203.0.113.9, 198.51.100.7");
        AssertLimited(disguised);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("198.51.100.8")).StatusCode);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await PostAsync(null)).StatusCode);
    }

    [Theory]
    [InlineData("Limits:PerUser")]
    [InlineData("Limits:PerConversation")]
    public async Task BotFramework_TooManyMessages_Are429_AndAnotherPersonIsAnswered(string limit)
    {
        await using var issuer = await TokenIssuer.StartAsync();
        var client = Host([(limit, "2"), .. issuer.Settings.Select(setting => (setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value))]);
        var question = Question.Activity();
        async Task<HttpStatusCode> AskAsync(string user, string conversation)
        {
            var next = (JsonObject)question.DeepClone();
            (next["id"], next["from"]!["id"], next["conversation"]!["id"]) = (Guid.NewGuid().ToString(), user, conversation);
            using var response = await Question.PostAsync(client, next, "Bearer " + issuer.Sign(TokenIssuer.Channel()));
            if (response.StatusCode == HttpStatusCode.TooManyRequests) AssertLimited(response);
            return response.StatusCode;
        }

        var same = limit == "Limits:PerUser";
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, await AskAsync(same ? "u" : $"u{i}", same ? $"c{i}" : "c"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(same ? "u" : "u9", same ? "c9" : "c"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("other", "other"));
    }

    [Fact]
    public async Task WeChat_TooManyMessages_AreReceivedWithoutAnAnswer()
    {
        var client = Host([("Limits:PerConversation", "2"), .. Account.Settings("http://127.0.0.1:9")]);
        for (var i = 0; i < 2; i++) Assert.NotNull(await Account.WeChat.SayAsync(client, Account.Text("u", "青岛")));
        Assert.Null(await Account.WeChat.SayAsync(client, Account.Text("u", "青岛")));
        Assert.NotNull(await Account.WeChat.SayAsync(client, Account.Text("other", "青岛")));
    }
}
