using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Lexicons;

/// <summary>A small lexicon written for one test.</summary>
internal sealed class Lexica : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lexica-").FullName;

    private Lexica(string lines, string? english)
    {
        Write("zh-CN", lines);
        if (english is not null) Write("en-US", english);
        Set = LexiconSet.Read(folder, OurSeeds.Characters, Problems);
    }

    public List<SeedProblem> Problems { get; } = [];

    public LexiconSet Set { get; }

    public static Lexica Of(string lines, string? english = null) => new(lines, english);

    /// <summary>What a message mentions, as id[from-to], in order.</summary>
    public string Find(string message) =>
        string.Join(' ', Set["words"].Find(Set.Scan(message)).Select(mention => $"{mention.Id}[{mention.Start}-{mention.End}]"));

    public IReadOnlyList<Mention> Mentions(string message) => Set["words"].Find(Set.Scan(message));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string language, string lines)
    {
        Directory.CreateDirectory(Path.Combine(folder, language));
        File.WriteAllText(Path.Combine(folder, language, "words.lex"), lines);
    }
}
