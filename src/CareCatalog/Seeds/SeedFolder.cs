using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.Seeds;

/// <summary>The folder <c>seeds/</c>: names with forward slashes to bytes. Each file is read when asked for, and once.</summary>
internal sealed class SeedFolder
{
    /// <summary>How problems name the folder.</summary>
    public const string Name = "seeds";

    private readonly SortedDictionary<string, Func<byte[]>> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> read = new(StringComparer.Ordinal);

    private SeedFolder()
    {
    }

    /// <summary>The folder at a path; empty when there is none.</summary>
    public static SeedFolder At(string path)
    {
        var folder = new SeedFolder();
        if (!Directory.Exists(path)) return folder;
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        foreach (var file in Directory.EnumerateFiles(path, "*", everywhere))
        {
            folder.files[Path.GetRelativePath(path, file).Replace('\\', '/')] = () => File.ReadAllBytes(file);
        }
        return folder;
    }

    /// <summary>The same folder with one file put in, changed, or (null) taken out.</summary>
    public SeedFolder With(string name, byte[]? bytes)
    {
        var copy = new SeedFolder();
        foreach (var (key, value) in files) copy.files[key] = value;
        foreach (var (key, value) in read) copy.read[key] = value;
        copy.read.Remove(name);
        copy.files.Remove(name);
        if (bytes is not null) copy.files[name] = () => bytes;
        return copy;
    }

    /// <summary>The names under a folder with an ending, in ordinal order.</summary>
    public IEnumerable<string> Names(string under, string ending) =>
        files.Keys.Where(key => key.StartsWith(under, StringComparison.Ordinal) && key.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whether there is a file of this name.</summary>
    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>The bytes of a file; null, and a problem, when it is missing or cannot be read.</summary>
    public byte[]? Bytes(string name, ICollection<SeedProblem> problems)
    {
        if (read.TryGetValue(name, out var known)) return known;
        if (!files.TryGetValue(name, out var load))
        {
            problems.Add(new SeedProblem($"{Name}/{name}", 0, "the file is missing."));
            return null;
        }
        try
        {
            return read[name] = load();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(new SeedProblem($"{Name}/{name}", 0, $"cannot be read: {failure.Message}"));
            return null;
        }
    }

    /// <summary>
    /// Hash of everything read so far but the documents, which the lists vouch for: 12 lower-case hexadecimal digits.
    /// </summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var facts = read.Where(file => !file.Key.StartsWith("documents/", StringComparison.Ordinal));
        foreach (var (name, bytes) in facts.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>A file as text; null, and a problem, when it is missing, cannot be read or is not UTF-8.</summary>
    public SeedFile? Open(string name, ICollection<SeedProblem> problems) =>
        Bytes(name, problems) is { } bytes ? SeedFile.Decode($"{Name}/{name}", bytes, problems) : null;
}
