using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CareCatalog.Web.Tests.Tokens;

/// <summary>Forged and damaged credentials, each with the status it deserves.</summary>
public static class ForgedTokens
{
    private static readonly HashAlgorithmName Sha256 = HashAlgorithmName.SHA256;

    /// <summary>The whole header <c>Authorization</c>; null for none.</summary>
    public static readonly IReadOnlyDictionary<string, (int Status, Func<TokenIssuer, string?> Make)> All =
        new Dictionary<string, (int, Func<TokenIssuer, string?>)>
        {
            // No credential, or none of ours.
            ["no header"] = (401, _ => null),
            ["empty header"] = (401, _ => ""),
            ["scheme alone"] = (401, _ => "Bearer"),
            ["scheme and blank"] = (401, _ => "Bearer "),
            ["basic"] = (401, _ => "Basic " + Convert.ToBase64String("bot:password"u8)),
            ["token without scheme"] = (401, issuer => issuer.Sign(TokenIssuer.Channel())),
            ["word"] = (401, _ => "Bearer undefined"),
            ["two dots"] = (401, _ => "Bearer .."),
            ["four parts"] = (401, issuer => $"Bearer {issuer.Sign(TokenIssuer.Channel())}.x"),
            ["five parts, as if encrypted"] = (401, issuer => $"Bearer {TokenIssuer.Encode(new JsonObject { ["alg"] = "dir", ["enc"] = "A256GCM", ["kid"] = "k1" })}..AAAA.AAAA.AAAA"),
            ["one hundred dots"] = (401, _ => "Bearer " + new string('.', 100)),
            ["12 KB of one letter"] = (401, _ => "Bearer " + new string('a', 12_000)),
            ["control characters"] = (401, _ => "Bearer a\tb.c.d"),
            ["two tokens"] = (401, issuer => $"Bearer {issuer.Sign(TokenIssuer.Channel())}, {issuer.Sign(TokenIssuer.Channel())}"),
            ["a token of Direct Line's make"] = (401, _ => "Bearer " + Hmac(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT" }, TokenIssuer.Channel(), new byte[32])),

            // The header.
            ["alg none"] = (401, _ => $"Bearer {TokenIssuer.Encode(new JsonObject { ["alg"] = "none", ["kid"] = "k1" })}.{TokenIssuer.Encode(TokenIssuer.Channel())}."),
            ["alg None with the signature"] = (401, issuer => Bearer(issuer, header: h => h["alg"] = "None")),
            ["alg empty"] = (401, issuer => Bearer(issuer, header: h => h["alg"] = "")),
            ["alg missing"] = (401, issuer => Bearer(issuer, header: h => h.Remove("alg"))),
            ["alg a number"] = (401, issuer => Bearer(issuer, header: h => h["alg"] = 256)),
            ["alg a list"] = (401, issuer => Bearer(issuer, header: h => h["alg"] = new JsonArray("RS256"))),
            ["HS256 with the public key as secret"] = (401, issuer => "Bearer " + Hmac(TokenIssuer.Header().With("alg", "HS256"), TokenIssuer.Channel(), issuer.PublicKey)),
            ["HS256 with the empty secret"] = (401, _ => "Bearer " + Hmac(TokenIssuer.Header().With("alg", "HS256"), TokenIssuer.Channel(), [])),
            ["PS256, soundly signed"] = (401, issuer => "Bearer " + Pss(issuer)),
            ["RS384 that is RS256"] = (401, issuer => Bearer(issuer, header: h => h["alg"] = "RS384")),
            ["RS1"] = (401, issuer => "Bearer " + TokenIssuer.Sign(TokenIssuer.Channel(), TokenIssuer.Header().With("alg", "RS1"), issuer.Key("k1"), HashAlgorithmName.SHA1)),
            ["kid missing"] = (401, issuer => Bearer(issuer, header: h => h.Remove("kid"))),
            ["kid empty"] = (401, issuer => Bearer(issuer, header: h => h["kid"] = "")),
            ["kid unknown"] = (401, issuer => Bearer(issuer, header: h => h["kid"] = "k9")),
            ["kid a path"] = (401, issuer => Bearer(issuer, header: h => h["kid"] = "../../../dev/null")),
            ["kid a statement"] = (401, issuer => Bearer(issuer, header: h => h["kid"] = "k1' OR '1'='1")),
            ["kid a number"] = (401, issuer => Bearer(issuer, header: h => h["kid"] = 1)),
            ["kid of another key"] = (401, issuer => "Bearer " + TokenIssuer.Sign(TokenIssuer.Channel(), TokenIssuer.Header("k2"), issuer.Key("k1"), Sha256)),
            ["crit nobody understands"] = (401, issuer => Bearer(issuer, header: h => h["crit"] = new JsonArray("exp"))),
            ["own key in jwk"] = (401, issuer => "Bearer " + TokenIssuer.Sign(TokenIssuer.Channel(), WithJwk(issuer), issuer.Foreign, Sha256)),
            ["own keys by jku"] = (401, issuer => "Bearer " + TokenIssuer.Sign(TokenIssuer.Channel(), TokenIssuer.Header().With("jku", $"{issuer.Address}/evil"), issuer.Foreign, Sha256)),
            ["own certificate by x5u"] = (401, issuer => "Bearer " + TokenIssuer.Sign(TokenIssuer.Channel(), TokenIssuer.Header().With("x5u", $"{issuer.Address}/evil"), issuer.Foreign, Sha256)),
            ["header not JSON"] = (401, issuer => $"Bearer {TokenIssuer.Encode("not json"u8.ToArray())}.{TokenIssuer.Encode(TokenIssuer.Channel())}.AAAA"),
            ["header not base64"] = (401, _ => $"Bearer !!!.{TokenIssuer.Encode(TokenIssuer.Channel())}.AAAA"),

            // The signature.
            ["signed by a foreign key"] = (401, issuer => "Bearer " + TokenIssuer.Sign(TokenIssuer.Channel(), TokenIssuer.Header(), issuer.Foreign, Sha256)),
            ["signature missing"] = (401, issuer => "Bearer " + Parts(issuer, (h, c, _) => $"{h}.{c}.")),
            ["signature cut"] = (401, issuer => "Bearer " + Parts(issuer, (h, c, s) => $"{h}.{c}.{s[..^8]}")),
            ["signature of zeros"] = (401, issuer => "Bearer " + Parts(issuer, (h, c, _) => $"{h}.{c}.{TokenIssuer.Encode(new byte[256])}")),
            ["one bit of the signature"] = (401, issuer => "Bearer " + Parts(issuer, (h, c, s) => $"{h}.{c}.{(s[0] == 'A' ? 'B' : 'A')}{s[1..]}")),
            ["claims of another token"] = (401, issuer => "Bearer " + Parts(issuer, (h, _, s) => $"{h}.{TokenIssuer.Encode(TokenIssuer.App(TokenIssuer.Bot))}.{s}")),
            ["claims not JSON"] = (401, issuer => "Bearer " + Raw(issuer, "[1,2")),
            ["claims a list"] = (401, issuer => "Bearer " + Raw(issuer, "[]")),
            ["claims null"] = (401, issuer => "Bearer " + Raw(issuer, "null")),
            ["claims empty"] = (401, issuer => "Bearer " + Raw(issuer, "{}")),

            // The claims of a channel's token.
            ["iss missing"] = (401, issuer => Bearer(issuer, c => c.Remove("iss"))),
            ["iss with a slash"] = (401, issuer => Bearer(issuer, c => c["iss"] = "https://api.botframework.com/")),
            ["iss in capitals"] = (401, issuer => Bearer(issuer, c => c["iss"] = "HTTPS://API.BOTFRAMEWORK.COM")),
            ["iss of a stranger"] = (401, issuer => Bearer(issuer, c => c["iss"] = "https://evil.example")),
            ["iss a list"] = (401, issuer => Bearer(issuer, c => c["iss"] = new JsonArray("https://api.botframework.com"))),
            ["iss a number"] = (401, issuer => Bearer(issuer, c => c["iss"] = 7)),
            ["aud missing"] = (401, issuer => Bearer(issuer, c => c.Remove("aud"))),
            ["aud of another bot"] = (401, issuer => Bearer(issuer, c => c["aud"] = TokenIssuer.Parent)),
            ["aud of the connector"] = (401, issuer => Bearer(issuer, c => c["aud"] = "https://api.botframework.com")),
            ["aud empty"] = (401, issuer => Bearer(issuer, c => c["aud"] = "")),
            ["exp missing"] = (401, issuer => Bearer(issuer, c => c.Remove("exp"))),
            ["exp six minutes ago"] = (401, issuer => Bearer(issuer, c => c["exp"] = TokenIssuer.In(-6))),
            ["exp in the year one"] = (401, issuer => Bearer(issuer, c => c["exp"] = 0)),
            ["exp negative"] = (401, issuer => Bearer(issuer, c => c["exp"] = -1)),
            ["exp a word"] = (401, issuer => Bearer(issuer, c => c["exp"] = "tomorrow")),
            ["nbf in six minutes"] = (401, issuer => Bearer(issuer, c => c["nbf"] = TokenIssuer.In(6))),
            ["nbf after exp"] = (401, issuer => Bearer(issuer, c => (c["nbf"], c["exp"]) = (TokenIssuer.In(4), TokenIssuer.In(2)))),
            ["serviceurl missing"] = (403, issuer => Bearer(issuer, c => c.Remove("serviceurl"))),
            ["serviceurl of another host"] = (403, issuer => Bearer(issuer, c => c["serviceurl"] = "https://slack.botframework.com/")),
            ["serviceurl without the slash"] = (403, issuer => Bearer(issuer, c => c["serviceurl"] = "https://smba.trafficmanager.net/cn")),
            ["serviceurl in capitals"] = (403, issuer => Bearer(issuer, c => c["serviceurl"] = "https://SMBA.trafficmanager.net/cn/")),
            ["serviceurl a list"] = (403, issuer => Bearer(issuer, c => c["serviceurl"] = new JsonArray(Question.ServiceUrl, "https://evil.example/"))),
            ["serviceUrl, in the wrong case"] = (403, issuer => Bearer(issuer, c => { c.Remove("serviceurl"); c["serviceUrl"] = Question.ServiceUrl; })),
            ["key endorsed for another channel"] = (403, issuer => "Bearer " + issuer.Sign(TokenIssuer.Channel(), TokenIssuer.Header("k2"))),

            // Tokens of apps: the Emulator's and parents'.
            ["app: not a parent that is allowed"] = (403, issuer => App(issuer, "00000000-0000-0000-0000-000000000001")),
            ["app: v1, not a parent that is allowed"] = (403, issuer => "Bearer " + issuer.Sign(TokenIssuer.App("00000000-0000-0000-0000-000000000001", "1.0"))),
            ["app: parent without ver"] = (403, issuer => App(issuer, TokenIssuer.Parent, c => (c["appid"], _) = (TokenIssuer.Parent, c.Remove("ver")))),
            ["app: ver of nobody"] = (401, issuer => App(issuer, TokenIssuer.Bot, c => c["ver"] = "3.0")),
            ["app: ver 1.0 with azp only"] = (401, issuer => App(issuer, TokenIssuer.Bot, c => c["ver"] = "1.0")),
            ["app: azp missing"] = (401, issuer => App(issuer, TokenIssuer.Bot, c => c.Remove("azp"))),
            ["app: azp empty"] = (401, issuer => App(issuer, "")),
            ["app: azp a list"] = (401, issuer => App(issuer, TokenIssuer.Bot, c => c["azp"] = new JsonArray(TokenIssuer.Bot))),
            ["app: aud of another bot"] = (401, issuer => App(issuer, TokenIssuer.Bot, c => c["aud"] = TokenIssuer.Parent)),
            ["app: aud of the connector"] = (401, issuer => App(issuer, TokenIssuer.Bot, c => c["aud"] = "https://api.botframework.com")),
            ["app: tenant of a stranger"] = (401, issuer => "Bearer " + issuer.Sign(TokenIssuer.App(TokenIssuer.Bot, tenant: "00000000-0000-0000-0000-000000000002"))),
            ["app: tenant common"] = (401, issuer => "Bearer " + issuer.Sign(TokenIssuer.App(TokenIssuer.Bot, tenant: "common"))),
            ["app: expired"] = (401, issuer => App(issuer, TokenIssuer.Bot, c => c["exp"] = TokenIssuer.In(-6))),
            ["app: of a foreign key"] = (401, issuer => "Bearer " + TokenIssuer.Sign(TokenIssuer.App(TokenIssuer.Bot), TokenIssuer.Header(), issuer.Foreign, Sha256)),
            ["app: signed, HS256 with the public key"] = (401, issuer => "Bearer " + Hmac(TokenIssuer.Header().With("alg", "HS256"), TokenIssuer.App(TokenIssuer.Bot), issuer.PublicKey)),
        };

    private static string Bearer(TokenIssuer issuer, Action<JsonObject>? claims = null, Action<JsonObject>? header = null)
    {
        var (made, head) = (TokenIssuer.Channel(), TokenIssuer.Header());
        claims?.Invoke(made);
        header?.Invoke(head);
        return "Bearer " + TokenIssuer.Sign(made, head, issuer.Key("k1"), Sha256);
    }

    private static string App(TokenIssuer issuer, string app, Action<JsonObject>? claims = null)
    {
        var made = TokenIssuer.App(app);
        claims?.Invoke(made);
        return "Bearer " + issuer.Sign(made);
    }

    private static JsonObject With(this JsonObject json, string name, JsonNode value)
    {
        json[name] = value;
        return json;
    }

    private static JsonObject WithJwk(TokenIssuer issuer)
    {
        var open = issuer.Foreign.ExportParameters(false);
        return TokenIssuer.Header().With(
            "jwk", new JsonObject { ["kty"] = "RSA", ["kid"] = "k1", ["n"] = TokenIssuer.Encode(open.Modulus!), ["e"] = TokenIssuer.Encode(open.Exponent!) });
    }

    private static string Hmac(JsonObject header, JsonObject claims, byte[] secret)
    {
        var signed = $"{TokenIssuer.Encode(header)}.{TokenIssuer.Encode(claims)}";
        return $"{signed}.{TokenIssuer.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Pss(TokenIssuer issuer)
    {
        var signed = $"{TokenIssuer.Encode(TokenIssuer.Header().With("alg", "PS256"))}.{TokenIssuer.Encode(TokenIssuer.Channel())}";
        return $"{signed}.{TokenIssuer.Encode(issuer.Key("k1").SignData(Encoding.ASCII.GetBytes(signed), Sha256, RSASignaturePadding.Pss))}";
    }

    private static string Raw(TokenIssuer issuer, string claims)
    {
        var signed = $"{TokenIssuer.Encode(TokenIssuer.Header())}.{TokenIssuer.Encode(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{TokenIssuer.Encode(issuer.Key("k1").SignData(Encoding.ASCII.GetBytes(signed), Sha256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Parts(TokenIssuer issuer, Func<string, string, string, string> join)
    {
        var parts = issuer.Sign(TokenIssuer.Channel()).Split('.');
        return join(parts[0], parts[1], parts[2]);
    }
}
