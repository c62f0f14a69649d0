using System.Text.Json;
using System.Text.Json.Serialization;
using System.Security.Cryptography;

namespace CareCatalog.Storage.Keys;

/// <summary>The key ring as its file holds it.</summary>
/// <param name="Names">Names conversations; 32 bytes.</param>
/// <param name="Keys">Wrap the conversations' keys, 32 bytes each, oldest first; the last one is in use.</param>
internal sealed record KeyRingFile(byte[] Names, IReadOnlyList<KeyRingFile.Entry> Keys)
{
    /// <summary>One key of the ring.</summary>
    internal sealed record Entry(int Id, DateTimeOffset? Made, byte[] Key);

    /// <summary>A ring nobody has used.</summary>
    public static KeyRingFile First() => new(NewKey(), [new(1, null, NewKey())]);

    /// <summary>Reads a ring.</summary>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static KeyRingFile Read(string path)
    {
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyRingJson.Default.KeyRingFile) is { Names.Length: SealedBox.KeyBytes, Keys.Count: > 0 } ring
                && ring.Keys.All(entry => entry.Key?.Length == SealedBox.KeyBytes) && ring.Keys.DistinctBy(entry => entry.Id).Count() == ring.Keys.Count)
                return ring;
        }
        catch (JsonException)
        {
            // Said below, without what the file holds.
        }
        throw new InvalidDataException($"The key ring {path} is damaged. Put the file back from where it was kept; see docs/runbooks/keys.md.");
    }

    /// <summary>This ring with another key, which is used from then on.</summary>
    public KeyRingFile WithAnother(DateTimeOffset now) => this with { Keys = [.. Keys, new(Keys.Max(entry => entry.Id) + 1, now, NewKey())] };

    /// <summary>Writes the ring where none is; of two hosts starting at once, the second finds the first one's.</summary>
    public void CreateAt(string path)
    {
        var draft = WriteDraft(path);
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Puts the ring in another's place, whole or not at all.</summary>
    public void ReplaceAt(string path) => File.Move(WriteDraft(path), path, overwrite: true);

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);

    private string WriteDraft(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var forOwner = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) forOwner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(draft, forOwner);
        JsonSerializer.Serialize(stream, this, KeyRingJson.Default.KeyRingFile);
        stream.Flush(flushToDisk: true);
        return draft;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeyRingFile))]
internal sealed partial class KeyRingJson : JsonSerializerContext;
