using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.Channels.Callbacks;

/// <summary>
/// Signs and seals messages as WeChat and WeCom do in safe mode: SHA-1 over the sorted parts, and AES-256-CBC whose padding
/// runs to 32 bytes. Source: developer.work.weixin.qq.com, 91144. Safe to share between threads.
/// </summary>
public sealed class MessageSeal
{
    private const int Block = 32;
    private const int Noise = 16;
    private const int Head = Noise + sizeof(int);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string token;
    private readonly byte[] key;
    private readonly byte[] receiver;

    /// <summary>A seal of these credentials.</summary>
    /// <param name="token">The token entered on the platform.</param>
    /// <param name="encodingAesKey">The EncodingAESKey entered there: 43 characters.</param>
    /// <param name="receiver">The AppId of an official account, the CorpId of WeCom.</param>
    /// <exception cref="ArgumentException">The key is not one.</exception>
    public MessageSeal(string token, string encodingAesKey, string receiver)
    {
        this.token = token;
        key = KeyOf(encodingAesKey) ?? throw new ArgumentException("The key is not 43 characters of base64.", nameof(encodingAesKey));
        this.receiver = Encoding.UTF8.GetBytes(receiver);
    }

    /// <summary>Whether a text is an EncodingAESKey.</summary>
    public static bool IsKey(string? encodingAesKey) => encodingAesKey is not null && KeyOf(encodingAesKey) is not null;

    /// <summary>The signature over the token and these parts.</summary>
    public string Sign(params string[] parts)
    {
        string[] sorted = [token, .. parts];
        Array.Sort(sorted, StringComparer.Ordinal);
#pragma warning disable CA5350 // The platforms sign so; what is secret is sealed as well.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
#pragma warning restore CA5350
    }

    /// <summary>Whether a signature is the one over these parts; takes the same time for every wrong one.</summary>
    public bool IsSigned(string? signature, params string[] parts) =>
        signature is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(parts)));

    /// <summary>Seals a message.</summary>
    public string Close(string message)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = Head + text.Length + receiver.Length;
        var pad = Block - (length % Block);
        var plain = new byte[length + pad];
        RandomNumberGenerator.Fill(plain.AsSpan(0, Noise));
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(Noise), text.Length);
        text.CopyTo(plain, Head);
        receiver.CopyTo(plain, Head + text.Length);
        plain.AsSpan(length).Fill((byte)pad);
        using var aes = NewAes();
        return Convert.ToBase64String(aes.EncryptCbc(plain, key.AsSpan(0, Noise), PaddingMode.None));
    }

    /// <summary>Opens a sealed message; null when it was not sealed for this receiver with this key.</summary>
    public string? Open(string sealedMessage)
    {
        var cipher = new byte[sealedMessage.Length];
        if (!Convert.TryFromBase64String(sealedMessage, cipher, out var size) || size == 0 || size % Noise != 0) return null;
        using var aes = NewAes();
        var plain = aes.DecryptCbc(cipher.AsSpan(0, size), key.AsSpan(0, Noise), PaddingMode.None);
        return Unpadded(plain) is { Length: >= Head } whole ? MessageIn(whole) : null;
    }

    /// <summary>What stands for an id where the id itself is not to be kept: 128 bits that only these credentials give.</summary>
    public string Pseudonym(string id) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));

    private static ReadOnlySpan<byte> Unpadded(byte[] plain)
    {
        int pad = plain[^1];
        return pad is >= 1 and <= Block && pad <= plain.Length && plain.AsSpan(plain.Length - pad).IndexOfAnyExcept((byte)pad) < 0
            ? plain.AsSpan(0, plain.Length - pad)
            : default;
    }

    private static byte[]? KeyOf(string text)
    {
        var bytes = new byte[33];
        return text.Length == 43 && Convert.TryFromBase64String(text + "=", bytes, out var count) && count == 32 ? bytes[..32] : null;
    }

    private string? MessageIn(ReadOnlySpan<byte> whole)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(whole[Noise..]);
        if (length < 0 || length > whole.Length - Head || !whole[(Head + length)..].SequenceEqual(receiver)) return null;
        try
        {
            return Strict.GetString(whole.Slice(Head, length));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private Aes NewAes()
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}
