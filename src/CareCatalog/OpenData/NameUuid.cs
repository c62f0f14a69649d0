using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.OpenData;

/// <summary>UUIDs of version 5 (RFC 9562): the same name has the same id in every edition and on every host.</summary>
public static class NameUuid
{
    // The namespace of this catalogue; never to be changed, for every id handed out hangs on it.
    private static readonly Guid Catalogue = new("8b0f5a52-6d0e-5c8e-9d8e-3a6f1e0c2d47");

    /// <summary>The id of a name, as in <c>service/370200-02</c>.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Version 5 is defined by SHA-1; nothing is kept secret by it.")]
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. Catalogue.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
