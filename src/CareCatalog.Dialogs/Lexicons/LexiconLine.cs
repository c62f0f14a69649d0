namespace CareCatalog.Dialogs.Lexicons;

/// <summary>One line of a <c>.lex</c> file: an id and its entries.</summary>
/// <param name="File">Path as shown in problems.</param>
/// <param name="Number">Line, from 1.</param>
/// <param name="Id">The id; <c>{name}</c> for a word class.</param>
/// <param name="IsWeak">Whether the entries are too general to decide alone.</param>
/// <param name="Entries">The entries as written.</param>
public sealed record LexiconLine(string File, int Number, string Id, bool IsWeak, IReadOnlyList<string> Entries)
{
    /// <summary>Reads a file; a line without a colon is reported and left out.</summary>
    public static List<LexiconLine> Read(string path, string shownAs, ICollection<SeedProblem> problems)
    {
        var lines = new List<LexiconLine>();
        var number = 0;
        foreach (var raw in System.IO.File.ReadLines(path))
        {
            number++;
            var hash = raw.IndexOf('#');
            var text = (hash < 0 ? raw : raw[..hash]).Trim();
            if (text.Length == 0) continue;
            var colon = text.IndexOf(':');
            if (colon <= 0)
            {
                problems.Add(new SeedProblem(shownAs, number, "a line is an id, a colon and entries parted by ';'"));
                continue;
            }
            var id = text[..colon].Trim();
            var entries = text[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            lines.Add(new LexiconLine(shownAs, number, id.TrimEnd('?'), id.EndsWith('?'), entries));
        }
        return lines;
    }
}
