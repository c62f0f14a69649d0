using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace CareCatalog.Web.Tests;

/// <summary>Direct Line 3.0 as its clients use it.</summary>
[Collection(OnOneHost.Name)]
public sealed class DirectLineTests(RunningHost host)
{
    private static JsonNode Claims(string token)
    {
        var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonNode.Parse(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '=')))!;
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage response) =>
        (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["code"]!;

    [Fact]
    public async Task Generate_GivesATokenBoundToAConversationAndAUser()
    {
        using var response = await host.Client.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "dl_me" } });
        var given = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1800, (int)given["expires_in"]!);
        Assert.Equal(32, ((string)given["conversationId"]!).Length);
        Assert.Equal("dl_me", (string)Claims((string)given["token"]!)["user"]!);
    }

    [Fact]
    public async Task Generate_StartsNoConversation()
    {
        var visitor = new Visitor(host.Client);
        await visitor.TakeTokenAsync();
        using var read = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}/activities");
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        using var post = await visitor.PostAsync("""{"type":"message","text":"a"}""");
        Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
    }

    [Fact]
    public async Task Start_FirstTime_Is201WithOneGreeting_AndThen200()
    {
        var visitor = new Visitor(host.Client);
        await visitor.TakeTokenAsync();
        using var first = await visitor.BeginAsync();
        using var second = await visitor.BeginAsync();
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var (activities, watermark) = await visitor.ReadAsync();
        var greeting = Assert.Single(activities)!;
        Assert.Equal("bot", (string)greeting["from"]!["role"]!);
        Assert.Equal("1", watermark);
    }

    [Fact]
    public async Task Start_AtOnceTenTimes_GreetsOnce()
    {
        var visitor = new Visitor(host.Client);
        await visitor.TakeTokenAsync();
        var statuses = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var response = await visitor.BeginAsync();
            return response.StatusCode;
        }));
        Assert.Single(statuses, HttpStatusCode.Created);
        Assert.Single((await visitor.ReadAsync()).Activities);
    }

    [Fact]
    public async Task Start_WithoutABody_IsTaken()
    {
        var visitor = new Visitor(host.Client);
        await visitor.TakeTokenAsync();
        using var response = await visitor.SendAsync(HttpMethod.Post, "/v3/directline/conversations");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task Post_Message_IsEchoedBeforeItsReply_FromTheUserOfTheToken()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        var id = await visitor.SayAsync("我家孩子4岁，刚搬到青岛", "n1");

        var (activities, watermark) = await visitor.ReadAsync("1");

        Assert.Equal("3", watermark);
        Assert.Equal(2, activities.Count);
        var (echo, reply) = (activities[0]!, activities[1]!);
        Assert.Equal(id, (string)echo["id"]!);
        Assert.Equal("我家孩子4岁，刚搬到青岛", (string)echo["text"]!);
        Assert.Equal("n1", (string)echo["channelData"]!["clientActivityID"]!);
        Assert.Equal((string)Claims(visitor.Token)["user"]!, (string)echo["from"]!["id"]!);
        Assert.Equal("user", (string)echo["from"]!["role"]!);
        Assert.Equal(id, (string)reply["replyToId"]!);
        Assert.Equal("bot", (string)reply["from"]!["role"]!);
        Assert.Equal("plain", (string)reply["textFormat"]!);
        Assert.Equal(visitor.Id, (string)reply["conversation"]!["id"]!);
    }

    [Fact]
    public async Task Post_SameMessageFiveTimesAtOnce_IsOneTurnWithOneId()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => visitor.SayAsync("青岛", "same")));
        Assert.Single(ids.Distinct());
        Assert.Equal(3, (await visitor.ReadAsync()).Activities.Count);
    }

    [Fact]
    public async Task Post_TwentyMessagesAtOnce_AreTwentyTurnsEachWithItsReply()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => visitor.SayAsync($"问题{i}", $"n{i}")));
        var (activities, _) = await visitor.ReadAsync();
        Assert.Equal(41, activities.Count);
        Assert.Equal(ids.Order(), activities.Select(activity => (string?)activity!["replyToId"]).OfType<string>().Order());
        Assert.Equal(41, activities.Select(activity => (string)activity!["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task Post_UnknownFields_ComeBackUnchanged()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var response = await visitor.PostAsync(
            """{"type":"event","name":"webchat/join","value":{"a":[1,{"b":null}]},"channelData":{"deep":{"x":"<b>"}},"from":{"id":"x","mood":1}}""");
        var echo = Assert.Single((await visitor.ReadAsync("1")).Activities)!;
        Assert.Equal("webchat/join", (string)echo["name"]!);
        Assert.Equal("""{"a":[1,{"b":null}]}""", echo["value"]!.ToJsonString());
        Assert.Equal("<b>", (string)echo["channelData"]!["deep"]!["x"]!);
    }

    [Fact]
    public async Task Read_PastTheEnd_IsEmptyWithTheSameWatermarkAsAString()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        var (activities, watermark) = await visitor.ReadAsync("1");
        Assert.Empty(activities);
        Assert.Equal("1", watermark);
    }

    [Fact]
    public async Task Read_LongTranscript_ComesPageByPageWithoutGaps()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        for (var i = 0; i < 60; i++) await visitor.SayAsync("你好");
        var seen = new List<string>();
        var watermark = "";
        while (true)
        {
            (var activities, watermark) = await visitor.ReadAsync(watermark);
            if (activities.Count == 0) break;
            seen.AddRange(activities.Select(activity => (string)activity!["id"]!));
        }
        Assert.Equal(Enumerable.Range(1, 121).Select(i => $"{visitor.Id}|{i:0000000}"), seen);
    }

    [Fact]
    public async Task Refresh_GivesANewerTokenForTheSameConversation()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var response = await visitor.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh");
        var given = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(visitor.Id, (string)given["conversationId"]!);
        visitor.Token = (string)given["token"]!;
        Assert.Single((await visitor.ReadAsync()).Activities);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("?watermark=", 0)]
    [InlineData("?watermark=1", 2)]
    public async Task Reconnect_StreamsFromTheWatermark_OrFromNow(string query, int replayed)
    {
        var visitor = await Visitor.StartAsync(host.Client);
        await visitor.SayAsync("青岛");
        using var response = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}{query}");
        var given = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty((string)given["token"]!);
        Assert.EndsWith($"watermark={(replayed == 0 ? 3 : 1)}", ((string)given["streamUrl"]!).Split("&t=")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData("Basic abc", HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData("Bearer", HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData("Bearer nonsense", HttpStatusCode.Forbidden, "BadToken")]
    [InlineData("Bearer a.b.c", HttpStatusCode.Forbidden, "BadToken")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.", HttpStatusCode.Forbidden, "BadToken")]
    [InlineData("Bearer undefined", HttpStatusCode.Forbidden, "BadToken")]
    public async Task Refresh_WithABadCredential_IsRefused(string? header, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/refresh");
        if (header is not null) request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await host.Client.SendAsync(request);
        // Development without a secret lets in whoever brings none, but there is nothing to refresh.
        Assert.Equal(header is null ? HttpStatusCode.Forbidden : status, response.StatusCode);
        Assert.Equal(header is null ? "BadToken" : code, await ErrorAsync(response));
    }

    [Fact]
    public async Task Any_WithTheTokenOfAnotherConversation_Is403WhetherItExistsOrNot()
    {
        var mine = await Visitor.StartAsync(host.Client);
        var other = await Visitor.StartAsync(host.Client);
        foreach (var id in new[] { other.Id, new string('0', 32), "x", Uri.EscapeDataString("' OR 1=1 --") })
        {
            foreach (var (method, path) in new[] { ("GET", ""), ("GET", "/activities"), ("POST", "/activities") })
            {
                using var response = await mine.SendAsync(new HttpMethod(method), $"/v3/directline/conversations/{id}{path}", method == "POST" ? "{}" : null);
                Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
                Assert.Equal("BadToken", await ErrorAsync(response));
            }
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task Read_BadWatermark_Is400(string watermark)
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var response = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}/activities?watermark={watermark}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BadArgument", await ErrorAsync(response));
    }

    [Fact]
    public async Task Token_WithAnyCharacterChanged_Is403()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        var token = visitor.Token;
        for (var at = 0; at < token.Length; at += 3)
        {
            var damaged = new StringBuilder(token);
            damaged[at] = token[at] == 'A' ? 'B' : 'A';
            visitor.Token = damaged.ToString();
            using var response = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}");
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> UploadAsync(Visitor visitor, HttpContent content) =>
        await visitor.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{visitor.Id}/upload?userId=anyone", content);

    private static MultipartFormDataContent Form(string? activity, params string[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null) form.Add(new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        foreach (var file in files)
        {
            var content = new ByteArrayContent("canary-7391"u8.ToArray());
            content.Headers.ContentType = new("image/png");
            form.Add(content, "file", file);
        }
        return form;
    }

    [Fact]
    public async Task Upload_FilesWithAnActivity_IsOneMessageThatNamesThem_AndKeepsNoneOfTheirBytes()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var response = await UploadAsync(visitor, Form("""{"type":"message","text":"青岛 打疫苗","channelData":{"clientActivityID":"up"}}""", "a.png", "13800138000.png"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var (activities, _) = await visitor.ReadAsync("1");
        Assert.Equal((string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!, (string)activities[0]!["id"]!);
        Assert.Equal("up", (string)activities[0]!["channelData"]!["clientActivityID"]!);
        var files = activities[0]!["attachments"]!.AsArray();
        Assert.Equal(["a.png", "***.png"], files.Select(file => (string)file!["name"]!));
        Assert.All(files, file => Assert.Equal("image/png", (string)file!["contentType"]!));
        Assert.Contains("市卫生健康委", (string)activities[1]!["text"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", activities.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OneFileAlone_IsTaken()
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = new("application/pdf");
        file.Headers.ContentDisposition = new("attachment") { FileName = "form.pdf" };
        using var response = await UploadAsync(visitor, file);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("form.pdf", (string)(await visitor.ReadAsync("1")).Activities[0]!["attachments"]![0]!["name"]!);
    }

    public static TheoryData<string, int> BadUploads() => new()
    {
        { "no file", 400 }, { "two activities", 400 }, { "bad activity", 400 }, { "twelve parts", 400 }, { "no boundary", 400 }, { "damaged", 400 },
        { "no type", 415 }, { "too large", 413 },
    };

    [Theory]
    [MemberData(nameof(BadUploads))]
    public async Task Upload_ThatIsNotOne_IsRefused(string name, int status)
    {
        HttpContent content = name switch
        {
            "no file" => Form("{\"type\":\"message\"}"),
            "bad activity" => Form("{\"type\":", "a"),
            "twelve parts" => Form(null, [.. Enumerable.Range(0, 12).Select(i => $"{i}")]),
            "too large" => new ByteArrayContent(new byte[300_000]),
            _ => new StringContent("--x\r\nnonsense"),
        };
        if (name == "two activities") ((MultipartFormDataContent)(content = Form("{}", "a"))).Add(new StringContent("{}", Encoding.UTF8, "application/vnd.microsoft.activity"), "activity");
        if (name is "no boundary" or "damaged") content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse($"multipart/form-data{(name == "damaged" ? "; boundary=x" : "")}");
        if (name == "no type") content.Headers.ContentType = null;
        var visitor = await Visitor.StartAsync(host.Client);
        using var response = await UploadAsync(visitor, content);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(await ErrorAsync(response));
        Assert.Single((await visitor.ReadAsync()).Activities);
    }

    [Theory]
    [InlineData("https://school.example", "https://school.example", HttpStatusCode.OK)]
    [InlineData("https://school.example", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://school.example", "null", HttpStatusCode.Forbidden)]
    [InlineData("https://school.example", null, HttpStatusCode.OK)]
    [InlineData(null, "https://evil.example", HttpStatusCode.OK)]
    public async Task Token_ForOneSite_IsRefusedOnThePageOfAnother(string? trusted, string? page, HttpStatusCode status)
    {
        using var response = await host.Client.PostAsJsonAsync("/v3/directline/tokens/generate", new { trustedOrigins = trusted is null ? null : new[] { trusted } });
        var token = (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["token"]!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/refresh");
        request.Headers.Authorization = new("Bearer", token);
        if (page is not null) request.Headers.Add("Origin", page);
        using var refreshed = await host.Client.SendAsync(request);
        Assert.Equal(status, refreshed.StatusCode);
        if (status == HttpStatusCode.OK && trusted is not null)
            Assert.Equal(trusted, (string)Claims((string)(await refreshed.Content.ReadFromJsonAsync<JsonObject>())!["token"]!)["org"]![0]!);
    }

    [Fact]
    public async Task Token_HandedOutToAPage_IsForThatPagesSite()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat/token");
        request.Headers.Add("Origin", "https://school.example");
        using var response = await host.Client.SendAsync(request);
        Assert.Equal("https://school.example", (string)Claims((string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["token"]!)["org"]![0]!);
    }

    [Fact]
    public async Task Session_HasAnId()
    {
        using var response = await host.Client.GetAsync("/v3/directline/session/getsessionid");
        Assert.NotEmpty((string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["sessionId"]!);
    }
}
