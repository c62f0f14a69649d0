using System.Collections.Frozen;

namespace CareCatalog.Import;

/// <summary>The words by which a published table is known: heads of columns, titles, marks between departments, ages and stages (<c>seeds/import.tsv</c>).</summary>
public sealed class ImportWords
{
    private readonly FrozenDictionary<(string Kind, string Value), string[]> words;

    private ImportWords(IEnumerable<string[]> lines) =>
        words = lines.ToFrozenDictionary(line => (line[0], line[1]), line => line[2].Split(';', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Reads the file of a seeds folder.</summary>
    /// <exception cref="InvalidDataException">It is missing or a line has not three cells.</exception>
    public static ImportWords Read(string seedsFolder)
    {
        var path = Path.Combine(seedsFolder, "import.tsv");
        if (!File.Exists(path)) throw new InvalidDataException("seeds/import.tsv:0: the file is missing.");
        var lines = File.ReadAllLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToList();
        var short_ = lines.FindIndex(line => line.Length != 3);
        return short_ < 0 ? new ImportWords(lines) : throw new InvalidDataException($"seeds/import.tsv:{short_ + 2}: three cells are expected.");
    }

    /// <summary>The words of a kind and value; none when the file has no such line.</summary>
    public IReadOnlyList<string> Of(string kind, string value) => words.GetValueOrDefault((kind, value)) ?? [];

    /// <summary>The stages a text speaks of.</summary>
    public IEnumerable<Stage> StagesIn(string text) =>
        from entry in words
        where entry.Key.Kind == "stage" && entry.Value.Any(word => text.Contains(word, StringComparison.Ordinal))
        orderby entry.Key.Value
        select Enum.Parse<Stage>(entry.Key.Value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>The column a head names; null when it names none. The longest word that fits decides.</summary>
    internal Column? ColumnOf(string head)
    {
        var best = (Length: 0, Column: default(Column?));
        foreach (var column in Enum.GetValues<Column>())
        {
            foreach (var word in Of("head", column.ToString().ToLowerInvariant()))
            {
                if (word.Length > best.Length && head.Contains(word, StringComparison.Ordinal) && head.Length <= word.Length + 6) best = (word.Length, column);
            }
        }
        return best.Column;
    }
}
