namespace CareCatalog.Import.Papers;

/// <summary>A table while it is being read: cells are put in from left to right, and merged ones cover their places.</summary>
internal sealed class TableSheet(string where)
{
    private readonly List<List<PaperCell?>> rows = [];
    private int row = -1;
    private int cells;

    public void BeginRow()
    {
        row++;
        Reach(row);
    }

    /// <summary>Puts a cell in the next free place of the row.</summary>
    public void Add(string text, int across = 1, int down = 1, bool isCovered = false)
    {
        if (row < 0) BeginRow();
        if (text.Length > PaperLimits.CellLength) throw PaperLimits.TooMuch("a cell longer", PaperLimits.CellLength);
        var at = 0;
        while (at < rows[row].Count && rows[row][at] is not null) at++;
        across = Math.Clamp(across, 1, PaperLimits.Columns);
        down = Math.Clamp(down, 1, PaperLimits.Rows - row);
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++) Put(row + y, at + x, x == 0 && y == 0 ? new PaperCell(text.Trim(), isCovered) : new PaperCell("", true));
        }
    }

    /// <summary>Puts a cell at a place of its own.</summary>
    public void Put(int y, int x, PaperCell cell)
    {
        if (++cells > PaperLimits.Cells) throw PaperLimits.TooMuch("more cells", PaperLimits.Cells);
        if (x >= PaperLimits.Columns) throw PaperLimits.TooMuch("more columns", PaperLimits.Columns);
        Reach(y);
        while (rows[y].Count <= x) rows[y].Add(null);
        rows[y][x] = cell;
    }

    public PaperTable ToTable() => new(where, [.. rows.Select(cells => (IReadOnlyList<PaperCell>)[.. cells.Select(cell => cell ?? PaperCell.Blank)])]);

    private void Reach(int y)
    {
        if (y >= PaperLimits.Rows) throw PaperLimits.TooMuch("more rows", PaperLimits.Rows);
        while (rows.Count <= y) rows.Add([]);
    }
}
