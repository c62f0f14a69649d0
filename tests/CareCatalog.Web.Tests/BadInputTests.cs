using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CareCatalog.Web.Tests;

/// <summary>Every door against everything that may come through it: 4xx with a reason in the door's own form, never 5xx.</summary>
[Collection(OnOneHost.Name)]
public sealed class BadInputTests(RunningHost host)
{
    private const string Json = "application/json";

    private static readonly string[] Doors =
        ["/api/v1/answers", "/api/messages", "/api/v1/chat/token", "/v3/directline/tokens/generate", "/v3/directline/conversations", "activities"];

    /// <summary>Bodies that no door takes.</summary>
    private static readonly (string Name, string Type, byte[] Body, int Status)[] Bodies =
    [
        ("not JSON", Json, "hello"u8.ToArray(), 400),
        ("half of it", Json, "{\"type\":\"message\",\"text\":\"a"u8.ToArray(), 400),
        ("two values", Json, "{}{}"u8.ToArray(), 400),
        ("trailing comma", Json, "{\"text\":\"a\",}"u8.ToArray(), 400),
        ("comment", Json, "{/* */}"u8.ToArray(), 400),
        ("null", Json, "null"u8.ToArray(), 400),
        ("array", Json, "[]"u8.ToArray(), 400),
        ("number", Json, "1"u8.ToArray(), 400),
        ("string", Json, "\"message\""u8.ToArray(), 400),
        ("blank", Json, "   "u8.ToArray(), 400),
        ("text is a number", Json, """{"type":"message","text":5,"user":5,"conversation":{"id":"c"}}"""u8.ToArray(), 400),
        ("text is an object", Json, """{"type":"message","text":{},"user":[],"conversation":{"id":"c"}}"""u8.ToArray(), 400),
        ("duplicate keys", Json, """{"type":"message","text":"a","text":"b","user":{},"user":{},"conversation":{"id":"c"}}"""u8.ToArray(), 400),
        ("deep nesting", Json, Deep(100_000), 400),
        ("nesting one too deep", Json, Deep(33), 400),
        ("lone surrogate", Json, """{"type":"message","text":"\ud800","user":{"id":"\ud800"},"conversation":{"id":"c"}}"""u8.ToArray(), 400),
        ("lone low surrogate", Json, """{"type":"message","text":"a\udc00b","user":{"id":"\udc00"},"conversation":{"id":"c"}}"""u8.ToArray(), 400),
        ("bytes that are not UTF-8", Json, [.. "{\"type\":\"message\",\"text\":\""u8, 0xff, 0xfe, .. "\",\"locale\":\""u8, 0xff, .. "\",\"conversation\":{\"id\":\"c\"}}"u8], 400),
        ("bytes that are not UTF-8 in what is kept as it came", Json, [.. "{\"type\":\"message\",\"channelData\":{\"a\":\""u8, 0xe8, 0xb0, .. "\"},\"text\":\"a\",\"conversation\":{\"id\":\"c\"}}"u8], 400),
        ("overlong UTF-8", Json, [.. "{\"type\":\"message\",\"text\":\""u8, 0xc0, 0x80, .. "\",\"locale\":\""u8, 0xc0, 0x80, .. "\",\"conversation\":{\"id\":\"c\"}}"u8], 400),
        ("UTF-16", Json, Encoding.Unicode.GetBytes("""{"type":"message","text":"a"}"""), 400),
        ("raw control character", Json, "{\"type\":\"message\",\"text\":\"a\u0001\",\"locale\":\"\u0001\"}"u8.ToArray(), 400),
        ("NUL byte", Json, "{\"type\":\"message\"\0}"u8.ToArray(), 400),
        ("1 MB of text", Json, [.. "{\"type\":\"message\",\"text\":\""u8, .. Enumerable.Repeat((byte)'a', 1 << 20), .. "\"}"u8], 413),
        ("one byte over 256 KB", Json, [.. "{}"u8, .. Enumerable.Repeat((byte)' ', (256 << 10) - 1)], 413),
        ("3 MB", Json, new byte[3 << 20], 413),
        ("plain text", "text/plain", "{}"u8.ToArray(), 415),
        ("form", "application/x-www-form-urlencoded", "type=message"u8.ToArray(), 415),
        ("multipart", "multipart/form-data; boundary=x", "--x--"u8.ToArray(), 415),
        ("another charset", "application/json; charset=gbk", "{}"u8.ToArray(), 415),
        ("no content type", "", "{}"u8.ToArray(), 415),
    ];

    public static TheoryData<string, string> EachDoorAndBody()
    {
        var cases = new TheoryData<string, string>();
        foreach (var door in Doors)
        {
            foreach (var (name, _, _, _) in Bodies) cases.Add(door, name);
        }
        return cases;
    }

    private static byte[] Deep(int levels) =>
        Encoding.ASCII.GetBytes("""{"type":"message","conversation":{"id":"c"},"x":""" + new string('[', levels - 1) + new string(']', levels - 1) + "}");

    private async Task<HttpResponseMessage> PostAsync(string door, string type, byte[] body)
    {
        var visitor = new Visitor(host.Client);
        if (door == "activities") visitor = await Visitor.StartAsync(host.Client);
        if (door == "/v3/directline/conversations") await visitor.TakeTokenAsync();
        var content = new ByteArrayContent(body);
        if (type.Length > 0) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await visitor.SendAsync(
            HttpMethod.Post, door == "activities" ? $"/v3/directline/conversations/{visitor.Id}/activities" : door, content);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)status} expected, {(int)response.StatusCode} got: {text}");
        var body = JsonNode.Parse(text)!;
        if (response.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/v3/", StringComparison.Ordinal))
        {
            Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
            Assert.NotEmpty((string)body["error"]!["code"]!);
            Assert.NotEmpty((string)body["error"]!["message"]!);
        }
        else
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal((int)status, (int)body["status"]!);
            Assert.NotEmpty((string)body["detail"]!);
        }
    }

    [Theory]
    [MemberData(nameof(EachDoorAndBody))]
    public async Task Post_BodyNoDoorTakes_IsRefusedWithAReason(string door, string name)
    {
        var (_, type, body, status) = Bodies.Single(bad => bad.Name == name);
        using var response = await PostAsync(door, type, body);
        await AssertRefusedAsync(response, (HttpStatusCode)status);
    }

    [Theory]
    [InlineData("/api/v1/answers", """{}""", 400)]
    [InlineData("/api/v1/answers", """{"text":null}""", 400)]
    [InlineData("/api/v1/answers", """{"text":""}""", 400)]
    [InlineData("/api/v1/answers", """{"text":" \n\t "}""", 400)]
    [InlineData("/api/v1/answers", """{"text":"a\u0000b"}""", 400)]
    [InlineData("/api/v1/answers", """{"text":"a","jurisdiction":370200}""", 400)]
    [InlineData("/api/v1/answers", """{"text":"a","jurisdiction":"青岛"}""", 400)]
    [InlineData("/api/v1/answers", """{"text":"a","jurisdiction":"999999"}""", 400)]
    [InlineData("/api/v1/answers", """{"text":"a","jurisdiction":""}""", 400)]
    [InlineData("/api/v1/answers", """{"text":"a","language":"fr"}""", 400)]
    [InlineData("/api/v1/answers", """{"text":"a","language":1}""", 400)]
    [InlineData("/api/messages", """{}""", 400)]
    [InlineData("/api/messages", """{"type":""}""", 400)]
    [InlineData("/api/messages", """{"type":null,"text":"a"}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a"}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a","conversation":{}}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a","conversation":"c"}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a\u0000","conversation":{"id":"c"},"deliveryMode":"expectReplies"}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a","conversation":{"id":"c\u0000"},"deliveryMode":"expectReplies"}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a","timestamp":"yesterday","conversation":{"id":"c"},"deliveryMode":"expectReplies"}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a","conversation":{"id":"c"}}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a","conversation":{"id":"c"},"serviceUrl":"nowhere"}""", 400)]
    [InlineData("/api/messages", """{"type":"message","text":"a","conversation":{"id":"c"},"serviceUrl":"https://169.254.169.254/"}""", 403)]
    [InlineData("/api/messages", """{"type":"message","text":"a","conversation":{"id":"c"},"serviceUrl":"file:///etc/passwd"}""", 403)]
    [InlineData("/api/messages", """{"type":"message","text":"a","conversation":{"id":"c"},"serviceUrl":"http://user:pass@127.0.0.1/"}""", 400)]
    [InlineData("/api/messages", """{"type":"conversationUpdate","membersAdded":{},"conversation":{"id":"c"}}""", 400)]
    [InlineData("/api/messages", """{"type":"conversationUpdate","membersAdded":[5],"conversation":{"id":"c"}}""", 400)]
    [InlineData("/api/messages", """{"type":"message","attachments":[1,2,3,4,5,6,7,8,9,10,11],"conversation":{"id":"c"},"deliveryMode":"expectReplies"}""", 400)]
    [InlineData("/v3/directline/tokens/generate", """{"user":{"id":"someone"}}""", 400)]
    [InlineData("/v3/directline/tokens/generate", """{"user":{"id":"dl_\u0000"}}""", 400)]
    [InlineData("/v3/directline/tokens/generate", """{"user":{"id":7}}""", 400)]
    [InlineData("/v3/directline/tokens/generate", """{"trustedOrigins":["not an origin"]}""", 400)]
    [InlineData("/v3/directline/tokens/generate", """{"trustedOrigins":[null]}""", 400)]
    [InlineData("/v3/directline/tokens/generate", """{"trustedOrigins":["https://a.example/path"]}""", 400)]
    [InlineData("activities", """{}""", 400)]
    [InlineData("activities", """{"type":null}""", 400)]
    [InlineData("activities", """{"type":"message","text":"a\u0000"}""", 400)]
    [InlineData("activities", """{"type":"message","from":"me","text":"a"}""", 400)]
    [InlineData("activities", """{"type":"message","text":"a","channelData":{"a":1,"a":2}}""", 400)]
    public async Task Post_ValuesADoorDoesNotTake_IsRefusedWithAReason(string door, string body, int status)
    {
        using var response = await PostAsync(door, Json, Encoding.UTF8.GetBytes(body));
        await AssertRefusedAsync(response, (HttpStatusCode)status);
    }

    [Theory]
    [InlineData("/api/v1/answers", """{"text":"TEXT"}""")]
    [InlineData("/api/messages", """{"type":"message","deliveryMode":"expectReplies","conversation":{"id":"c"},"text":"TEXT"}""")]
    [InlineData("activities", """{"type":"message","text":"TEXT"}""")]
    public async Task Post_FourThousandCharacters_AreTakenAndOneMoreIsNot(string door, string body)
    {
        using var taken = await PostAsync(door, Json, Encoding.UTF8.GetBytes(body.Replace("TEXT", new string('问', 4000))));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        using var refused = await PostAsync(door, Json, Encoding.UTF8.GetBytes(body.Replace("TEXT", new string('问', 4001))));
        await AssertRefusedAsync(refused, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"a","x":{"y":"\ud800"}}""")]
    [InlineData("""{"type":"message","text":"a","channelData":{"clientActivityID":"\ud800"}}""")]
    [InlineData("""{"type":"message","text":"a","channelData":{"clientActivityID":5}}""")]
    [InlineData("""{"type":"message","text":"a","channelData":"\udc00"}""")]
    [InlineData("""{"type":"message","text":"a","\ud800":1}""")]
    [InlineData("""{"type":"message","text":null,"from":null,"channelData":null,"attachments":null}""")]
    [InlineData("""{"type":"message","text":"a","attachments":{"not":"a list"},"entities":"none"}""")]
    [InlineData("""{"type":"message","text":"a","x":1e999,"y":-0.0,"z":123456789012345678901234567890}""")]
    [InlineData("""{"type":"message","text":"\u202e\u200b\ufeff\ufffe\uffff 😀 \ud83d\ude00"}""")]
    [InlineData("""{"type":"event","name":"x"}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"😀"}""")]
    public async Task Post_StrangeActivity_IsTakenOrRefusedAndStaysReadable(string body)
    {
        var visitor = await Visitor.StartAsync(host.Client);
        using var response = await visitor.PostAsync(body);
        Assert.InRange((int)response.StatusCode, 200, 499);
        Assert.NotEmpty((await visitor.ReadAsync()).Activities);
    }

    [Fact]
    public async Task Post_WithoutEnd_IsRefusedOrCutOff()
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var content = new ByteArrayContent(new byte[64 << 20]);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        try
        {
            using var response = await client.PostAsync("/api/v1/answers", content);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // Cut off while sending.
        }
        Assert.Equal("ok", await host.Client.GetStringAsync("/healthz"));
    }

    [Theory]
    [InlineData("PUT", "/api/messages", 405)]
    [InlineData("GET", "/api/messages", 405)]
    [InlineData("GET", "/api/v1/answers", 405)]
    [InlineData("DELETE", "/api/v1/services", 405)]
    [InlineData("POST", "/api/v1/services/370200-01", 405)]
    [InlineData("GET", "/api/v1/chat/token", 405)]
    [InlineData("GET", "/v3/directline/conversations", 405)]
    [InlineData("PATCH", "/v3/directline/tokens/refresh", 405)]
    [InlineData("GET", "/v3/directline/tokens/generate", 405)]
    [InlineData("GET", "/v3/directline/nothing", 404)]
    [InlineData("GET", "/v3/directline", 404)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/../../etc/passwd", 404)]
    [InlineData("GET", "/%2e%2e/%2e%2e/appsettings.json", 404)]
    [InlineData("GET", "/appsettings.json", 404)]
    [InlineData("GET", "/seeds/taxonomy.csv", 404)]
    [InlineData("GET", "/data/carecatalog.db", 404)]
    [InlineData("GET", "/api/v1/services?jurisdiction=%E9%9D%92%E5%B2%9B", 400)]
    [InlineData("GET", "/api/v1/services?jurisdiction=37020", 400)]
    [InlineData("GET", "/api/v1/services?domain=1", 400)]
    [InlineData("GET", "/api/v1/services?domain=", 400)]
    [InlineData("GET", "/api/v1/services?need=nothing", 400)]
    [InlineData("GET", "/api/v1/services?page=0", 400)]
    [InlineData("GET", "/api/v1/services?page=-1", 400)]
    [InlineData("GET", "/api/v1/services?page=1.5", 400)]
    [InlineData("GET", "/api/v1/services?page=99999999999999999999", 400)]
    [InlineData("GET", "/api/v1/services?size=0", 400)]
    [InlineData("GET", "/api/v1/services?size=101", 400)]
    [InlineData("GET", "/api/v1/services?size=%00", 400)]
    [InlineData("GET", "/api/v1/services/nothing", 400)]
    [InlineData("GET", "/api/v1/services/370200-99", 404)]
    [InlineData("GET", "/api/v1/services/370200-00", 400)]
    [InlineData("GET", "/api/v1/services/%F0%9F%98%80", 400)]
    public async Task Send_WrongMethodPathOrParameter_IsRefusedWithAReason(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await host.Client.SendAsync(request);
        await AssertRefusedAsync(response, (HttpStatusCode)status);
    }
}
