using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests.Tokens;

/// <summary>An issuer of our own on loopback: OpenID metadata, keys, and tokens of every make, sound and forged.</summary>
public sealed class TokenIssuer : IAsyncDisposable
{
    public const string Bot = "11111111-2222-3333-4444-555555555555";
    public const string Parent = "99999999-8888-7777-6666-555555555555";

    private readonly WebApplication app;
    private readonly Dictionary<string, RSA> keys = new() { ["k1"] = RSA.Create(2048), ["k2"] = RSA.Create(2048) };

    private TokenIssuer(WebApplication app) => this.app = app;

    /// <summary>The token that the bot is given when it asks.</summary>
    public string Given { get; set; } = "the bot's token";

    /// <summary>A key nobody publishes.</summary>
    public RSA Foreign { get; } = RSA.Create(2048);

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>What was asked for, in order: paths, and the forms posted.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Settings under which a host trusts this issuer and no other.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["BotFramework__AppId"] = Bot,
        ["BotFramework__AppPassword"] = "the password",
        ["BotFramework__ChannelMetadataUrl"] = $"{Address}/channel",
        ["BotFramework__EmulatorMetadataUrl"] = $"{Address}/apps",
        ["BotFramework__TokenUrl"] = $"{Address}/token",
        ["BotFramework__AllowedCallers__0"] = Parent,
        ["BotFramework__AllowedServiceHosts__0"] = "smba.trafficmanager.net",
    };

    public static async Task<TokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new TokenIssuer(builder.Build());
        issuer.app.Run(issuer.AnswerAsync);
        await issuer.app.StartAsync();
        return issuer;
    }

    public static JsonObject Header(string kid = "k1") => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = kid };

    /// <summary>The claims of a channel's token.</summary>
    public static JsonObject Channel(string cloud = "com") => Times(new() { ["iss"] = $"https://api.botframework.{cloud}", ["aud"] = Bot, ["serviceurl"] = Question.ServiceUrl });

    /// <summary>The claims of a token that an app was given in a tenant.</summary>
    public static JsonObject App(string app, string version = "2.0", string tenant = "d6d49420-f39b-4df7-a1dc-d59a935871db", string login = "login.microsoftonline.com") => Times(new()
    {
        ["iss"] = version == "2.0" ? $"https://{login}/{tenant}/v2.0" : $"https://sts.windows.net/{tenant}/",
        ["aud"] = Bot,
        ["ver"] = version,
        [version == "2.0" ? "azp" : "appid"] = app,
    });

    public static long In(int minutes) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

    /// <summary>A token signed by a published key.</summary>
    public string Sign(JsonObject claims, JsonObject? header = null) => Sign(claims, header ?? Header(), keys[(string?)header?["kid"] is "k2" ? "k2" : "k1"], HashAlgorithmName.SHA256);

    public static string Sign(JsonObject claims, JsonObject header, RSA key, HashAlgorithmName hash)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Encode(key.SignData(Encoding.ASCII.GetBytes(signed), hash, RSASignaturePadding.Pkcs1))}";
    }

    public static string Encode(JsonObject json) => Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The public key k1 as it is published, in bytes: what a confused reader would take for a shared secret.</summary>
    public byte[] PublicKey => keys["k1"].ExportSubjectPublicKeyInfo();

    public RSA Key(string id) => keys[id];

    /// <summary>Publishes another key.</summary>
    public void Add(string id)
    {
        lock (keys) keys[id] = RSA.Create(2048);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static JsonObject Times(JsonObject claims)
    {
        (claims["nbf"], claims["iat"], claims["exp"]) = (In(-1), In(-1), In(60));
        return claims;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var form = await reader.ReadToEndAsync();
        Asked.Enqueue($"{context.Request.Path} {Uri.UnescapeDataString(form)}".Trim());
        JsonNode answer = context.Request.Path.Value switch
        {
            "/channel" => new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = $"{Address}/channel/keys" },
            "/apps" => new JsonObject { ["issuer"] = "https://login.microsoftonline.com/{tenantid}/v2.0", ["jwks_uri"] = $"{Address}/apps/keys" },
            "/channel/keys" => new JsonObject { ["keys"] = new JsonArray([.. Published(endorsed: true)]) },
            "/apps/keys" => new JsonObject { ["keys"] = new JsonArray([.. Published(endorsed: false)]) },
            _ => new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = Given },
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    // Of the channels' keys k2 is endorsed for one channel only.
    private List<JsonNode> Published(bool endorsed)
    {
        lock (keys)
        {
            return [.. keys.Select(pair =>
            {
                var open = pair.Value.ExportParameters(false);
                var key = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = pair.Key, ["n"] = Encode(open.Modulus!), ["e"] = Encode(open.Exponent!) };
                if (endorsed) key["endorsements"] = pair.Key == "k2" ? new JsonArray("slack") : new JsonArray("msteams", "webchat");
                return (JsonNode)key;
            })];
        }
    }
}
