using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Issues and reads tokens: JWT-shaped, signed with HMAC-SHA256, that algorithm and no other.</summary>
public sealed class TokenOffice
{
    private const int LongestToken = 4096;
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(60);

    private readonly byte[] key;
    private readonly TimeProvider clock;

    /// <summary>Opens the office with the key that the options name.</summary>
    public TokenOffice(IOptions<DirectLineOptions> options, TimeProvider clock)
        : this(SigningKey.Find(options.Value), TimeSpan.FromMinutes(options.Value.TokenMinutes), clock)
    {
    }

    internal TokenOffice(byte[] key, TimeSpan life, TimeProvider clock)
    {
        this.key = key;
        this.clock = clock;
        Life = life;
    }

    /// <summary>How long a token is good for.</summary>
    public TimeSpan Life { get; }

    /// <summary>Issues a token for a conversation.</summary>
    /// <param name="conversationId">The conversation it opens.</param>
    /// <param name="user">The user's id.</param>
    /// <param name="origins">The sites whose pages may use it; null for any.</param>
    public string Issue(string conversationId, string user, IReadOnlyList<string>? origins = null) =>
        Sign(new DirectLineToken(conversationId, user, clock.GetUtcNow() + Life, Origins: origins));

    /// <summary>Issues a ticket that opens a stream once within 60 seconds; it stands in an address, so it is good for nothing else.</summary>
    public string IssueForStream(string conversationId, string user, IReadOnlyList<string>? origins = null) =>
        Sign(new DirectLineToken(conversationId, user, clock.GetUtcNow() + ConnectWithin, ForStream: true, origins));

    /// <summary>Reads a token of ours, expired or not; null when it is not ours.</summary>
    public DirectLineToken? Read(string text)
    {
        if (text.Length > LongestToken || !text.StartsWith(Header + ".", StringComparison.Ordinal)) return null;
        var parts = text.Split('.');
        if (parts.Length != 3 || !IsSignature(parts[2], $"{parts[0]}.{parts[1]}")) return null;
        // The signature is ours, so the claims are as we wrote them.
        var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(parts[1]), DirectLineJson.Rules.TokenClaims)!;
        return new DirectLineToken(
            claims.Conversation, claims.User, DateTimeOffset.FromUnixTimeSeconds(claims.Expires), claims.Use == "stream", claims.Origins);
    }

    /// <summary>Whether a token is past its time.</summary>
    public bool IsExpired(DirectLineToken token) => token.Expires <= clock.GetUtcNow();

    private string Sign(DirectLineToken token)
    {
        var claims = new TokenClaims(
            token.ConversationId, token.User, token.Expires.ToUnixTimeSeconds(), token.ForStream ? "stream" : "conversation", token.Origins);
        var body = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, DirectLineJson.Rules.TokenClaims));
        return $"{Header}.{body}.{Base64Url.EncodeToString(Signature($"{Header}.{body}"))}";
    }

    private bool IsSignature(string given, string signed)
    {
        Span<byte> bytes = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return given.Length == Base64Url.GetEncodedLength(HMACSHA256.HashSizeInBytes)
            && Base64Url.IsValid(given)
            && Base64Url.TryDecodeFromChars(given, bytes, out var count) && count == bytes.Length
            && Base64Url.EncodeToString(bytes) == given
            && CryptographicOperations.FixedTimeEquals(bytes, Signature(signed));
    }

    private byte[] Signature(string signed) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed));
}
