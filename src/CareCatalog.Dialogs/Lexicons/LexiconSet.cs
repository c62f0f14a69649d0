using System.Collections.Frozen;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Lexicons;

/// <summary>Every lexicon of every language, compiled together. Immutable; safe to share between threads.</summary>
public sealed class LexiconSet
{
    private readonly Scanner scanner;
    private readonly FrozenDictionary<string, Lexicon> lexicons;

    private LexiconSet(Scanner scanner, FrozenDictionary<string, Lexicon> lexicons, IReadOnlyList<LexiconLine> lines)
    {
        this.scanner = scanner;
        this.lexicons = lexicons;
        Lines = lines;
    }

    /// <summary>Every line read, for checks.</summary>
    public IReadOnlyList<LexiconLine> Lines { get; }

    /// <summary>The lexicon of a kind, as in <c>needs</c>.</summary>
    /// <exception cref="KeyNotFoundException">No language has a file of this name.</exception>
    public Lexicon this[string kind] => lexicons[kind];

    /// <summary>The kinds there are.</summary>
    public IEnumerable<string> Kinds => lexicons.Keys;

    /// <summary>Scans a message for every word of every lexicon.</summary>
    public Scan Scan(string message) => scanner.Scan(message);

    /// <summary>Reads every <c>.lex</c> file of every language folder.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="characters">The table of characters.</param>
    /// <param name="problems">Gets every defect found.</param>
    public static LexiconSet Read(string dialogsFolder, CharacterTable characters, ICollection<SeedProblem> problems)
    {
        var vocabulary = new Vocabulary(characters);
        var patterns = new Dictionary<string, List<Pattern>>(StringComparer.Ordinal);
        var lines = new List<LexiconLine>();
        foreach (var folder in Directory.EnumerateDirectories(dialogsFolder).Order(StringComparer.Ordinal))
        {
            var read = Directory.EnumerateFiles(folder, "*.lex").Where(IsListenedFor).Order(StringComparer.Ordinal)
                .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => LexiconLine.Read(file, Shown(file), problems));
            var reader = new PatternReader(vocabulary, ClassesOf(read.Values.SelectMany(all => all)));
            foreach (var (kind, all) in read)
            {
                if (!patterns.TryGetValue(kind, out var compiled)) patterns.Add(kind, compiled = []);
                Compile(all, reader, compiled, problems);
                lines.AddRange(all);
            }
        }
        return new LexiconSet(
            new Scanner(vocabulary, characters, FamiliarPairs.Read(dialogsFolder, characters)),
            patterns.ToFrozenDictionary(pair => pair.Key, pair => new Lexicon(pair.Value)), lines);
    }

    private static void Compile(
        List<LexiconLine> lines, PatternReader reader, List<Pattern> compiled, ICollection<SeedProblem> problems)
    {
        foreach (var line in lines.Where(line => line.Id[0] != '{'))
            foreach (var entry in line.Entries)
                if (reader.Read(line, entry, out var problem) is { } pattern) compiled.Add(pattern);
                else problems.Add(new SeedProblem(line.File, line.Number, problem!));
    }

    // A class line is {name}: words; classes.lex may leave the braces out.
    private static Dictionary<string, IReadOnlyList<string>> ClassesOf(IEnumerable<LexiconLine> lines) => lines
        .Where(line => line.Id[0] == '{' || Path.GetFileName(line.File) == "classes.lex")
        .GroupBy(line => line.Id.Trim('{', '}'))
        .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.SelectMany(line => line.Entries)]);

    // The words of masks.lex are for the channels, which mask before anything is understood.
    private static bool IsListenedFor(string file) => Path.GetFileName(file) != "masks.lex";

    private static string Shown(string file) =>
        $"dialogs/{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
}
