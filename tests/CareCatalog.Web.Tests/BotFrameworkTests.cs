using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CareCatalog.Web.Tests.Tokens;

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

    [Fact]
    public async Task ConversationUpdate_WithoutAnIdAndSentAgain_GreetsANewcomerOnce()
    {
        var update = Activity("conversationUpdate");
        update["membersAdded"] = JsonNode.Parse("""[{"id":"u7"}]""");
        update.Remove("id");
        await using var channel = await Sink.StartAsync();
        update["serviceUrl"] = channel.Address;
        for (var i = 0; i < 3; i++)
        {
            using var response = await PostAsync((JsonObject)update.DeepClone());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        Assert.Equal("message", (string)JsonNode.Parse(Assert.Single(channel.Received).Body)!["type"]!);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"say","data":{"text":"青岛 打疫苗"}},"trigger":"manual"}""")]
    [InlineData("""{"action":{"type":"Action.Execute","data":"青岛 打疫苗"}}""")]
    public async Task Invoke_ButtonOfACard_IsAnsweredInTheBody(string value)
    {
        var invoke = Activity("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = JsonNode.Parse(value);
        using var response = await PostAsync(invoke);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(200, (int)body["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.activity.message", (string)body["type"]!);
        Assert.Contains("市卫生健康委", (string)body["value"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("composeExtension/query", """{"commandId":"x"}""")]
    [InlineData("adaptiveCard/action", """{"action":{"data":{"text":5}}}""")]
    [InlineData("adaptiveCard/action", """[]""")]
    [InlineData("adaptiveCard/action", """null""")]
    public async Task Invoke_OfWhatNobodyHandles_Is501(string name, string value)
    {
        var invoke = Activity("invoke");
        (invoke["name"], invoke["value"]) = (name, JsonNode.Parse(value));
        using var response = await PostAsync(invoke);
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task Message_WithAButtonsValueAndNoText_IsWhatTheButtonSays()
    {
        var tapped = Activity("message");
        tapped["value"] = JsonNode.Parse("""{"text":"青岛 打疫苗"}""");
        Assert.Contains("市卫生健康委", (string)Assert.Single(await AskAsync(tapped))!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndOfConversation_LeavesNothingOfIt()
    {
        var question = Activity("message");
        question["text"] = "我家孩子4岁，刚搬到青岛";
        await AskAsync(question);
        var end = (JsonObject)question.DeepClone();
        (end["type"], end["id"]) = ("endOfConversation", "end");
        using var ended = await PostAsync(end);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        var next = (JsonObject)question.DeepClone();
        (next["id"], next["text"]) = ("next", "打疫苗");
        Assert.DoesNotContain("青岛", (string)Assert.Single(await AskAsync(next))!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_NumberTypedWhereThereAreNoButtons_IsTheChoice()
    {
        var question = Activity("message");
        (question["channelId"], question["text"]) = ("slack", "青岛 打疫苗");
        var first = (string)Assert.Single(await AskAsync(question))!["text"]!;
        Assert.EndsWith("\n1. 详细说说", first.Split("\n2.")[0], StringComparison.Ordinal);
        var (byNumber, byWords) = ((JsonObject)question.DeepClone(), (JsonObject)question.DeepClone());
        (byNumber["id"], byNumber["text"]) = ("n", "１");
        var number = (string)Assert.Single(await AskAsync(byNumber))!["text"]!;
        byWords["conversation"] = new JsonObject { ["id"] = Guid.NewGuid().ToString() };
        (byWords["id"], byWords["text"]) = ("a", "青岛 打疫苗");
        await AskAsync((JsonObject)byWords.DeepClone());
        (byWords["id"], byWords["text"]) = ("b", "详细说说");
        Assert.Equal((string)Assert.Single(await AskAsync(byWords))!["text"]!, number);
    }

    [Theory]
    [InlineData("typing", HttpStatusCode.OK)]
    [InlineData("event", HttpStatusCode.OK)]
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
        var (path, _, body) = await channel.NextAsync();
        Assert.Equal($"/v3/conversations/{Uri.EscapeDataString((string)question["conversation"]!["id"]!)}/activities/m%2F1", path);
        Assert.Equal("m/1", (string)JsonNode.Parse(body)!["replyToId"]!);

        // Had the repetition been answered too, its reply would have left before this one.
        question["id"] = "m/2";
        using var next = await PostAsync(question);
        Assert.Equal("m/2", (string)JsonNode.Parse((await channel.NextAsync()).Body)!["replyToId"]!);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
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
}
