using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CareCatalog.Testing;

namespace CareCatalog.Web.Tests.Tokens;

/// <summary>Who is let in at <c>/api/messages</c>, by every way.</summary>
public sealed class TokenTests(GuardedHosts hosts) : IClassFixture<GuardedHosts>
{
    private const string GovernmentTenant = "cab8a31a-1906-4287-a0d8-4eef66b95f6e";
    private const string GovernmentLogin = "login.microsoftonline.us";

    private readonly TokenIssuer issuer = hosts.Issuer;

    public static TheoryData<string> Forged => [.. ForgedTokens.All.Keys];

    private static readonly Dictionary<string, Func<TokenIssuer, string>> Sound = new()
    {
        ["channel"] = issuer => issuer.Sign(TokenIssuer.Channel()),
        ["channel, expired within the skew"] = issuer => issuer.Sign(With(With(TokenIssuer.Channel(), "nbf", TokenIssuer.In(-60)), "exp", TokenIssuer.In(-4))),
        ["channel, not yet good within the skew"] = issuer => issuer.Sign(With(TokenIssuer.Channel(), "nbf", TokenIssuer.In(4))),
        ["channel, without nbf"] = issuer => issuer.Sign(With(TokenIssuer.Channel(), "nbf", null)),
        ["channel, RS512"] = issuer => TokenIssuer.Sign(TokenIssuer.Channel(), With(TokenIssuer.Header(), "alg", "RS512"), issuer.Key("k1"), HashAlgorithmName.SHA512),
        ["emulator v2"] = issuer => issuer.Sign(TokenIssuer.App(TokenIssuer.Bot)),
        ["emulator v1"] = issuer => issuer.Sign(TokenIssuer.App(TokenIssuer.Bot, "1.0")),
        ["emulator, second tenant"] = issuer => issuer.Sign(TokenIssuer.App(TokenIssuer.Bot, tenant: "f8cdef31-a31e-4b4a-93e4-5f571e91255a")),
        ["skill v2"] = issuer => issuer.Sign(TokenIssuer.App(TokenIssuer.Parent)),
        ["skill v1"] = issuer => issuer.Sign(TokenIssuer.App(TokenIssuer.Parent, "1.0")),
    };

    public static TheoryData<string> SoundNames => [.. Sound.Keys];

    private static JsonObject With(JsonObject json, string name, JsonNode? value)
    {
        if (value is null) json.Remove(name);
        else json[name] = value;
        return json;
    }

    [Fact]
    public void Table_HoldsAtLeastSixtyForgeries() => Assert.InRange(ForgedTokens.All.Count, 60, 1000);

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task Post_ForgedToken_IsRefused(string name)
    {
        var (status, make) = ForgedTokens.All[name];
        using var response = await Question.PostAsync(hosts.Public.Client, Question.Activity(), make(issuer));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Post_SoundTokenWithACharacterChanged_IsRefused()
    {
        var random = new Random(20261122);
        var sound = issuer.Sign(TokenIssuer.Channel());
        for (var i = 0; i < 1000; i++)
        {
            // The last character has bits that mean nothing.
            var damaged = sound.ToCharArray();
            var at = random.Next(damaged.Length - 1);
            damaged[at] = (char)(33 + ((damaged[at] - 33 + random.Next(1, 94)) % 94));
            using var response = await Question.PostAsync(hosts.Public.Client, Question.Activity(), "Bearer " + new string(damaged));
            Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{response.StatusCode}: {new string(damaged)}");
        }
    }

    [Theory]
    [MemberData(nameof(SoundNames))]
    public async Task Post_SoundToken_IsAnswered(string name)
    {
        using var response = await Question.PostAsync(hosts.Public.Client, Question.Activity(), "Bearer " + Sound[name](issuer));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single((await response.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray());
    }

    [Fact]
    public async Task Government_TakesItsOwnTokensAndNoOthers()
    {
        async Task<HttpStatusCode> PostAsync(JsonObject claims)
        {
            using var response = await Question.PostAsync(hosts.Government.Client, Question.Activity(), "Bearer " + issuer.Sign(claims));
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await PostAsync(TokenIssuer.Channel("us")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(TokenIssuer.App(TokenIssuer.Bot, tenant: GovernmentTenant, login: GovernmentLogin)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(TokenIssuer.App(TokenIssuer.Parent, "1.0", GovernmentTenant)));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(TokenIssuer.Channel()));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(TokenIssuer.App(TokenIssuer.Bot)));
        using var forged = await Question.PostAsync(
            hosts.Government.Client, Question.Activity(),
            "Bearer " + TokenIssuer.Sign(TokenIssuer.Channel("us"), TokenIssuer.Header(), issuer.Foreign, HashAlgorithmName.SHA256));
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    [Fact]
    public async Task Public_RefusesTheGovernmentsTokens()
    {
        using var response = await Question.PostAsync(hosts.Public.Client, Question.Activity(), "Bearer " + issuer.Sign(TokenIssuer.Channel("us")));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Skill_OfTwoParents_AreTwoConversations_AndSoAreAChannels()
    {
        var question = Question.Activity();
        question["text"] = "我家孩子4岁，刚搬到青岛";
        using var parents = await Question.PostAsync(hosts.Public.Client, question, "Bearer " + issuer.Sign(TokenIssuer.App(TokenIssuer.Parent)));
        var next = (JsonObject)question.DeepClone();
        (next["id"], next["text"]) = ("next", "打疫苗");
        using var channels = await Question.PostAsync(hosts.Public.Client, next, "Bearer " + issuer.Sign(TokenIssuer.Channel()));
        var reply = (await channels.Content.ReadFromJsonAsync<JsonObject>())!["activities"]![0]!;
        // The channel's conversation knows nothing of the place that was said in the parent's.
        Assert.DoesNotContain("青岛", (string)reply["text"]!, StringComparison.Ordinal);
    }

    [RequiresFact(Tools.Node, Tools.Clients)]
    public async Task BotBuilder_AsAParentBot_IsAnsweredBothWays_AndAcceptsOurToken()
    {
        // What the issuer gives the bot for this parent; botbuilder verifies it at the parent's own server.
        var forParent = TokenIssuer.App(TokenIssuer.Bot);
        forParent["aud"] = TokenIssuer.Parent;
        issuer.Given = issuer.Sign(forParent);
        var seen = JsonNode.Parse(await NodeScript.RunAsync(
            "parent.mjs", hosts.Public.Address.GetLeftPart(UriPartial.Authority), issuer.Address, TokenIssuer.Parent, TokenIssuer.Bot,
            issuer.Sign(TokenIssuer.App(TokenIssuer.Parent)), "我家孩子4岁，刚搬到青岛，想上幼儿园"))!;

        Assert.True(seen["failure"] is null, $"{seen["failure"]}");
        Assert.Equal(200, (int)seen["expected"]!["status"]!);
        var inResponse = Assert.Single(seen["expected"]!["body"]!["activities"]!.AsArray())!;
        Assert.Equal(200, (int)seen["normal"]!["status"]!);
        var posted = Assert.Single(seen["normal"]!["activities"]!.AsArray())!;
        Assert.Equal([200], seen["statuses"]!.AsArray().Select(status => (int)status!));
        Assert.Contains("市教育局", (string)posted["text"]!, StringComparison.Ordinal);
        Assert.Equal((string)inResponse["text"]!, (string)posted["text"]!);
        // A card for the channel the parent talks on.
        Assert.Equal("1.5", (string)posted["attachments"]![0]!["content"]!["version"]!);
    }

    [Fact]
    public async Task Keys_AreReadOnce_HoweverManyUnknownOnesAreNamed()
    {
        for (var i = 0; i < 20; i++)
        {
            using var response = await Question.PostAsync(
                hosts.Public.Client, Question.Activity(), "Bearer " + TokenIssuer.Sign(TokenIssuer.Channel(), TokenIssuer.Header($"made-up-{i}"), issuer.Foreign, HashAlgorithmName.SHA256));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
        // Two hosts, each once.
        Assert.InRange(issuer.Asked.Count(path => path == "/channel/keys"), 1, 2);
    }

    [Fact]
    public async Task Post_WhileTheKeysCannotBeRead_Is503AndHealsByItself()
    {
        var host = new RunningHost();
        foreach (var (name, value) in issuer.Settings) host.Settings[name] = value;
        host.Settings["BotFramework__ChannelMetadataUrl"] = "http://127.0.0.1:9/nothing";
        await host.InitializeAsync();
        try
        {
            using var response = await Question.PostAsync(host.Client, Question.Activity(), "Bearer " + issuer.Sign(TokenIssuer.Channel()));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.True(response.Headers.Contains("Retry-After"));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }
}
