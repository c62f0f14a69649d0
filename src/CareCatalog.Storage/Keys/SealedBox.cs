using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.Storage.Keys;

/// <summary>AES-256-GCM: nonce, tag and what is sealed, bound to the place it stands in, so that nothing can be moved elsewhere.</summary>
internal static class SealedBox
{
    /// <summary>Length of a key.</summary>
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Seals.</summary>
    /// <param name="key">32 bytes, used for fewer than 2^32 boxes: nonces are random.</param>
    /// <param name="plain">What.</param>
    /// <param name="place">Where it will stand: table|column|row.</param>
    public static byte[] Close(byte[] key, ReadOnlySpan<byte> plain, string place)
    {
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(place));
        return box;
    }

    /// <summary>Opens.</summary>
    /// <exception cref="DamagedDataException">The box was changed, moved, or sealed with another key.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, string place)
    {
        try
        {
            var plain = new byte[box.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                box[..NonceBytes], box[(NonceBytes + TagBytes)..], box.Slice(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(place));
            return plain;
        }
        catch (Exception fault) when (fault is CryptographicException or OverflowException or ArgumentException)
        {
            throw new DamagedDataException("What is stored cannot be opened with its key: it was changed or moved.", fault);
        }
    }
}
