using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Learning;

/// <summary>Phrases that an entry of a lexicon stands for: its parts one after the other, a word for each choice and class.</summary>
internal sealed class EntryExamples
{
    private const int OfEach = 2;

    // Classes by language folder and name: {child} of zh-CN is another than that of en-US.
    private readonly ILookup<(string Folder, string Name), string> classes;

    public EntryExamples(IReadOnlyList<LexiconLine> lines) => classes = lines
        .Where(line => line.Id[0] == '{' || Path.GetFileName(line.File) == "classes.lex")
        .SelectMany(line => line.Entries.Select(word => (Key: (FolderOf(line), line.Id.Trim('{', '}')), word)))
        .ToLookup(pair => pair.Key, pair => pair.word);

    /// <summary>One phrase for an entry without choices, two for another.</summary>
    public IEnumerable<string> Of(LexiconLine line, string entry)
    {
        var parts = entry.Split(" -")[0].Replace("...", "…", StringComparison.Ordinal).Split('…', '+');
        var several = entry.Contains('{') || entry.Contains('|');
        for (var turn = 0; turn < (several ? OfEach : 1); turn++)
            yield return string.Join(' ', parts.Select((part, place) => Word(FolderOf(line), Pick(part.Split('|'), turn + place).Trim(), turn + place)));
    }

    private string Word(string folder, string word, int turn)
    {
        var open = word.IndexOf('{');
        var close = word.IndexOf('}');
        if (open < 0 || close < open) return word;
        var all = classes[(folder, word[(open + 1)..close])].ToList();
        return all.Count == 0 ? "" : Word(folder, word[..open] + Pick(all, (turn * 7) + word.Length) + word[(close + 1)..], turn);
    }

    private static string Pick(IReadOnlyList<string> words, int turn) => words[turn % words.Count];

    private static string FolderOf(LexiconLine line) => Path.GetDirectoryName(line.File) ?? "";
}
