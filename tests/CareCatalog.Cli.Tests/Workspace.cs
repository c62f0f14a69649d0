using CareCatalog.Testing;

namespace CareCatalog.Cli.Tests;

/// <summary>A copy of <c>seeds/</c> and <c>dialogs/</c> in a folder of its own, to be changed at will.</summary>
internal sealed class Workspace : IDisposable
{
    public Workspace()
    {
        foreach (var part in (string[])["seeds", "dialogs"])
            foreach (var file in Directory.EnumerateFiles(Repository.At(part), "*", SearchOption.AllDirectories))
            {
                var copy = At(Path.GetRelativePath(Repository.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
    }

    /// <summary>The folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("carecatalog-").FullName;

    /// <summary>A path in it.</summary>
    public string At(string path) => Path.Combine(Root, path);

    /// <summary>Runs the program on it.</summary>
    public Command Run(params string[] arguments) => Command.RunWith([], [.. arguments, "--root", Root]);

    /// <summary>Changes the one place where words stand in a file.</summary>
    public void Change(string path, string words, string others)
    {
        var text = File.ReadAllText(At(path));
        Assert.Equal(2, text.Split(words).Length);
        File.WriteAllText(At(path), text.Replace(words, others, StringComparison.Ordinal));
    }

    /// <summary>Writes a file.</summary>
    public string Write(string path, string text)
    {
        File.WriteAllText(At(path), text);
        return At(path);
    }

    /// <summary>Every file with what it holds, to see whether any changed.</summary>
    public Dictionary<string, string> Files() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Root, file), file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
