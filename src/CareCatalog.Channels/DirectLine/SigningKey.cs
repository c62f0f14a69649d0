using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Finds the key that signs tokens.</summary>
internal static class SigningKey
{
    private const int Length = 32;

    /// <summary>The key of the options; the one derived from the secret; the one kept in the file, made on first run.</summary>
    /// <exception cref="InvalidDataException">A key is configured or kept that is not at least 32 bytes in base64.</exception>
    public static byte[] Find(DirectLineOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.TokenKey)) return Parse(options.TokenKey, "DirectLine:TokenKey");
        if (!string.IsNullOrWhiteSpace(options.Secret))
        {
            return HKDF.DeriveKey(
                HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Secret), Length,
                info: "CareCatalog Direct Line tokens"u8.ToArray());
        }
        return Kept(Path.GetFullPath(options.TokenKeyFile));
    }

    // Written whole under another name, then linked into place, so that of two hosts starting at once both read one key.
    private static byte[] Kept(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = $"{file}.{Guid.NewGuid():N}";
            var forOwner = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) forOwner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var writer = new StreamWriter(draft, Encoding.ASCII, forOwner))
                writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
            try
            {
                File.Move(draft, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(draft);
            }
        }
        return Parse(File.ReadAllText(file).Trim(), file);
    }

    private static byte[] Parse(string base64, string place)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var count) && count >= Length
            ? bytes[..count]
            : throw new InvalidDataException($"{place} is not a key: at least {Length} bytes in base64 are needed.");
    }
}
