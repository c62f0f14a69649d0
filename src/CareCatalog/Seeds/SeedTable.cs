namespace CareCatalog.Seeds;

/// <summary>A table of <c>seeds/</c>: a line of column names, then one line a row; no quoting, so no cell holds the separator.</summary>
internal sealed class SeedTable
{
    private readonly string[] columns;
    private readonly ICollection<SeedProblem> problems;
    private readonly string file;

    private SeedTable(string file, string[] columns, ICollection<SeedProblem> problems)
    {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /// <summary>The rows whose number of cells is right.</summary>
    public List<SeedLine> Rows { get; } = [];

    /// <summary>Reads a table; its rows are none when the file is missing or its heads are not these columns.</summary>
    public static SeedTable Read(SeedFolder folder, string name, char separator, string[] columns, ICollection<SeedProblem> problems)
    {
        var table = new SeedTable($"{SeedFolder.Name}/{name}", columns, problems);
        if (folder.Open(name, problems) is not { } file) return table;
        var lines = file.Lines;
        if (!lines[0].TrimEnd('\r').Split(separator).SequenceEqual(columns, StringComparer.Ordinal))
        {
            problems.Add(new SeedProblem(table.file, 1, $"the columns are not {string.Join(", ", columns)}."));
            return table;
        }
        for (var at = 1; at < lines.Length; at++) table.Add(lines[at].TrimEnd('\r'), at + 1, separator);
        return table;
    }

    /// <summary>Adds a problem at a line of this table.</summary>
    public void Complain(SeedLine row, string reason) => problems.Add(new SeedProblem(file, row.Line, reason));

    /// <summary>The rows with a key seen for the first time; a problem for each seen again, or empty.</summary>
    public IEnumerable<SeedLine> Unique(Func<SeedLine, string> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            if (key(row).Length == 0) Complain(row, "the first cell is empty.");
            else if (!seen.Add(key(row))) Complain(row, $"'{key(row)}' stands twice.");
            else yield return row;
        }
    }

    private void Add(string line, int number, char separator)
    {
        if (line.Length == 0) return;
        var cells = line.Split(separator);
        var row = new SeedLine(number, cells);
        if (cells.Length == columns.Length) Rows.Add(row);
        else Complain(row, $"has {cells.Length} cells; {columns.Length} are expected.");
    }
}
