using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests;

/// <summary>The Activity protocol at <c>/api/messages</c>.</summary>
[Collection(OnOneHost.Name)]
public sealed class BotFrameworkTests(RunningHost host)
{
    private static JsonObject Activity(string type, string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? Guid.NewGuid().ToString(),
        ["channelId"] = "emulator",
        ["from"] = new JsonObject { ["id"] = "u1", ["name"] = "家长" },
        ["recipient"] = new JsonObject { ["id"] = "b1" },
        ["conversation"] = new JsonObject { ["id"] = "19:" + Guid.NewGuid() + "@thread;x/y" },
        ["locale"] = "zh-TW",
    };

    private async Task<HttpResponseMessage> PostAsync(JsonObject activity) =>
        await host.Client.PostAsync("/api/messages", new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"));

    private async Task<JsonArray> AskAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray();
    }

    [Fact]
    public async Task Message_ExpectingReplies_IsAnsweredInTheResponse()
    {
        var question = Activity("message");
        question["text"] = "我家孩子4岁，刚搬到青岛";

        var reply = Assert.Single(await AskAsync(question))!;

        Assert.Equal("message", (string)reply["type"]!);
        Assert.Equal((string)question["id"]!, (string)reply["replyToId"]!);
        Assert.Equal("b1", (string)reply["from"]!["id"]!);
        Assert.Equal("u1", (string)reply["recipient"]!["id"]!);
        // What a network calls the sender is a name more often than not: it is not kept.
        Assert.Null(reply["recipient"]!["name"]);
        Assert.Equal((string)question["conversation"]!["id"]!, (string)reply["conversation"]!["id"]!);
        Assert.Equal("emulator", (string)reply["channelId"]!);
        Assert.Equal("zh-TW", (string)reply["locale"]!);
        Assert.NotEmpty((string)reply["text"]!);
    }

    [Fact]
    public async Task Message_DeliveredThreeTimes_GetsTheSameReply()
    {
        var question = Activity("message");
        question["text"] = "青岛";
        var replies = new List<string>();
        for (var i = 0; i < 3; i++) replies.Add((await AskAsync((JsonObject)question.DeepClone())).ToJsonString());
        Assert.Single(replies.Distinct());
    }

    [Fact]
    public async Task Message_SameConversationIdOnAnotherChannel_IsAnotherConversation()
    {
        var one = Activity("message", "same");
        one["text"] = "青岛";
        var two = (JsonObject)one.DeepClone();
        two["channelId"] = "webchat";
        two["text"] = "长春";
        await AskAsync(one);
        var reply = Assert.Single(await AskAsync(two))!;
        Assert.Equal("webchat", (string)reply["channelId"]!);
    }

    [Theory]
    [InlineData("""[{"id":"b1"}]""", 0)]
    [InlineData("""[{"id":"b1"},{"id":"u1"}]""", 1)]
    [InlineData("""[{"id":"u1"},{"id":"u2"}]""", 1)]
    [InlineData("""[null,{}]""", 0)]
    [InlineData("""[]""", 0)]
    [InlineData("""null""", 0)]
    public async Task ConversationUpdate_GreetsNewcomersOnceButNotTheBot(string members, int greetings)
    {
        var update = Activity("conversationUpdate");
        update["membersAdded"] = JsonNode.Parse(members);
        Assert.Equal(greetings, (await AskAsync(update)).Count);
    }

    [Theory]
    [InlineData("typing", HttpStatusCode.OK)]
    [InlineData("endOfConversation", HttpStatusCode.OK)]
    [InlineData("somethingNew", HttpStatusCode.OK)]
    [InlineData("invoke", HttpStatusCode.NotImplemented)]
    public async Task OtherTypes_ArePassedOver_AndInvokeHasNoHandler(string type, HttpStatusCode status)
    {
        using var response = await PostAsync(Activity(type));
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Message_ToAChannelThatListens_IsAnsweredByPost()
    {
        await using var channel = await Sink.StartAsync(200);
        var question = Activity("message", "m/1");
        question["text"] = "青岛";
        question["serviceUrl"] = channel.Address + "/";

        using var response = await PostAsync(question);
        using var again = await PostAsync(question);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var (path, body) = await channel.NextAsync();
        Assert.Equal($"/v3/conversations/{Uri.EscapeDataString((string)question["conversation"]!["id"]!)}/activities/m%2F1", path);
        Assert.Equal("m/1", (string)JsonNode.Parse(body)!["replyToId"]!);

        // Had the repetition been answered too, its reply would have left before this one.
        question["id"] = "m/2";
        using var next = await PostAsync(question);
        Assert.Equal("m/2", (string)JsonNode.Parse((await channel.NextAsync()).Body)!["replyToId"]!);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    public async Task Message_ToAChannelThatFails_IsSentAgainWithTheSameId(int status)
    {
        await using var channel = await Sink.StartAsync(status);
        var question = Activity("message");
        question["text"] = "青岛";
        question["serviceUrl"] = channel.Address;
        using var response = await PostAsync(question);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var first = (await channel.NextAsync()).Body;
        channel.Status = 200;
        var second = (await channel.NextAsync()).Body;
        Assert.Equal(first, second);
        Assert.NotEmpty((string)JsonNode.Parse(second)!["id"]!);
    }

    /// <summary>A channel that notes what is posted to it.</summary>
    private sealed class Sink(WebApplication app) : IAsyncDisposable
    {
        private readonly Channel<(string Path, string Body)> received = Channel.CreateUnbounded<(string Path, string Body)>();

        public int Status { get; set; } = 200;

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public async Task<(string Path, string Body)> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return await received.Reader.ReadAsync(patience.Token);
        }

        public static async Task<Sink> StartAsync(int status)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var sink = new Sink(app) { Status = status };
            app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = await reader.ReadToEndAsync();
                var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
                context.Response.StatusCode = sink.Status;
                await sink.received.Writer.WriteAsync((target, body));
                context.Response.Headers.Location = "/elsewhere";
                await context.Response.WriteAsync("{}");
            });
            await app.StartAsync();
            return sink;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
