using System.Text;

namespace CareCatalog.Import.Papers;

/// <summary>Reads tables written as text: bars, commas, tabs, or one cell a line with a tab before it.</summary>
internal static class TextPaper
{
    // In a text of tables with one cell a line, most lines with a tab begin with it.
    private const double StackedShare = 0.8;

    public static Paper ReadBars(string text)
    {
        var (prose, tables) = (new List<string>(), new List<PaperTable>());
        TableSheet? sheet = null;
        foreach (var line in Lines(text))
        {
            if (!line.TrimStart().StartsWith('|'))
            {
                Close(tables, ref sheet);
                if (line.Trim().Length > 0) prose.Add(line.Trim());
                continue;
            }
            sheet ??= new TableSheet($"table {tables.Count + 1}");
            var cells = line.Trim().TrimStart('|').Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|');
            if (cells[^1].Trim().Length == 0) cells = cells[..^1];
            if (cells.All(cell => cell.Trim().Trim('-', ':').Length == 0 && cell.Contains('-', StringComparison.Ordinal))) continue;
            sheet.BeginRow();
            foreach (var cell in cells) sheet.Add(cell.Replace('\u0001', '|').Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase).Replace("<br/>", "\n", StringComparison.OrdinalIgnoreCase));
        }
        Close(tables, ref sheet);
        return new Paper("md", prose, tables);
    }

    public static Paper ReadCommas(string text)
    {
        var (prose, sheet) = (new List<string>(), new TableSheet("table 1"));
        foreach (var cells in Records(text))
        {
            if (cells.Count == 1)
            {
                if (cells[0].Trim().Length > 0) prose.Add(cells[0].Trim());
                continue;
            }
            sheet.BeginRow();
            foreach (var cell in cells)
            {
                if (IsFormula(cell)) throw new RefusedFileException("a cell holds a formula.");
                sheet.Add(cell);
            }
        }
        return new Paper("csv", prose, [sheet.ToTable()]);
    }

    public static Paper ReadTabs(string text)
    {
        var lines = Lines(text);
        var withTab = lines.Count(line => line.Contains('\t', StringComparison.Ordinal));
        var leading = lines.Count(line => line.StartsWith('\t') && line.TrimStart('\t').IndexOf('\t', StringComparison.Ordinal) < 0);
        return leading > 10 && leading >= withTab * StackedShare ? ReadStack(text) : ReadLines(lines);
    }

    private static Paper ReadLines(string[] lines)
    {
        var (prose, tables) = (new List<string>(), new List<PaperTable>());
        TableSheet? sheet = null;
        foreach (var line in lines)
        {
            var cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length < 3)
            {
                Close(tables, ref sheet);
                if (line.Trim().Length > 0) prose.Add(line.Trim());
                continue;
            }
            sheet ??= new TableSheet($"table {tables.Count + 1}");
            sheet.BeginRow();
            foreach (var cell in cells)
            {
                if (IsFormula(cell)) throw new RefusedFileException("a cell holds a formula.");
                sheet.Add(cell);
            }
        }
        Close(tables, ref sheet);
        return new Paper("tsv", prose, tables);
    }

    /// <summary>One cell after the other, each behind a tab; the table reader finds the width by the heads.</summary>
    private static Paper ReadStack(string text)
    {
        var cells = text.Split('\t');
        var sheet = new TableSheet(Stacked);
        for (var at = 1; at < cells.Length; at++)
        {
            sheet.BeginRow();
            sheet.Add(cells[at]);
        }
        return new Paper("text", [.. cells[0].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)], [sheet.ToTable()]);
    }

    /// <summary>The name of a table whose cells stand one below the other.</summary>
    public const string Stacked = "stack";

    private static void Close(List<PaperTable> tables, ref TableSheet? sheet)
    {
        if (sheet is not null) tables.Add(sheet.ToTable());
        sheet = null;
    }

    private static string[] Lines(string text) => text.Split('\n');

    private static bool IsFormula(string cell) =>
        cell.TrimStart() is ['=' or '@', _, ..] || cell.TrimStart() is ['+' or '-', var next, ..] && (char.IsAsciiLetter(next) || next == '(');

    private static IEnumerable<List<string>> Records(string text)
    {
        var (record, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (quoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else if (letter == '"') quoted = !quoted;
            else if (!quoted && letter is ',' or '\n' && !quoted)
            {
                record.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (letter == ',') continue;
                yield return record;
                record = [];
            }
            else cell.Append(letter);
            if (cell.Length > PaperLimits.CellLength) throw PaperLimits.TooMuch("a cell longer", PaperLimits.CellLength);
        }
        record.Add(cell.ToString());
        yield return record;
    }
}
