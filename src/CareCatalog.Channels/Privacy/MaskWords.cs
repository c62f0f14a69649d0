using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Channels.Privacy;

/// <summary>The words that give personal data away: <c>masks.lex</c> of every language. Immutable.</summary>
public sealed class MaskWords
{
    private readonly FrozenDictionary<string, string[]> words;

    private MaskWords(FrozenDictionary<string, string[]> words) => this.words = words;

    /// <summary>The words of an id, the longest first; none when no language has it.</summary>
    public IReadOnlyList<string> this[string id] => words.GetValueOrDefault(id, []);

    /// <summary>Reads <c>masks.lex</c> of every language; entries marked weak come under their id with a question mark.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <exception cref="InvalidDataException">No language has the file, or a line of it is damaged.</exception>
    public static MaskWords Read(string dialogsFolder)
    {
        var problems = new List<SeedProblem>();
        var lines = Directory.EnumerateDirectories(dialogsFolder).Order(StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "masks.lex")).Where(File.Exists)
            .SelectMany(file => LexiconLine.Read(file, file, problems)).ToList();
        if (lines.Count == 0) problems.Add(new SeedProblem("dialogs/*/masks.lex", 0, "no language has the file"));
        if (problems.Count > 0) throw new InvalidDataException(string.Join('\n', problems));
        return new MaskWords(lines.GroupBy(line => line.IsWeak ? line.Id + "?" : line.Id).ToFrozenDictionary(
            group => group.Key,
            group => group.SelectMany(line => line.Entries).Distinct().OrderByDescending(word => word.Length).ToArray()));
    }

    /// <summary>A regular expression for any word of the ids; one that matches nothing when there is none.</summary>
    internal string AnyOf(params string[] ids)
    {
        var all = ids.SelectMany(id => this[id]).OrderByDescending(word => word.Length).Select(Regex.Escape).ToList();
        return all.Count == 0 ? "[^\\s\\S]" : $"(?:{string.Join('|', all)})";
    }

    /// <summary>The digit each numeral stands for.</summary>
    internal FrozenDictionary<char, int> Numerals() => Enumerable.Range(0, 10)
        .SelectMany(digit => this[$"digit-{digit}"].Where(word => word.Length == 1).Select(word => (Character: word[0], Digit: digit)))
        .ToFrozenDictionary(pair => pair.Character, pair => pair.Digit);

    /// <summary>The longest word of an id that ends before <paramref name="end"/>; null when none does.</summary>
    internal string? Before(string id, string text, int end)
    {
        foreach (var word in this[id])
            if (end >= word.Length && string.CompareOrdinal(text, end - word.Length, word, 0, word.Length) == 0) return word;
        return null;
    }

    /// <summary>The longest word of an id that begins at <paramref name="start"/>; null when none does.</summary>
    internal string? At(string id, string text, int start)
    {
        foreach (var word in this[id])
            if (string.CompareOrdinal(text, start, word, 0, word.Length) == 0) return word;
        return null;
    }
}
