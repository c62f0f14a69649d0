namespace CareCatalog.Seeds;

/// <summary>A row of a table of <c>seeds/</c>.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Cells">Its cells, as many as the table has columns.</param>
internal sealed record SeedLine(int Line, string[] Cells)
{
    /// <summary>A cell, from 0.</summary>
    public string this[int column] => Cells[column];

    /// <summary>The parts of a cell.</summary>
    public string[] Parts(int column, char separator) =>
        Cells[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
