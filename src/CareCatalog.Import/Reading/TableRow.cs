using CareCatalog.Import.Papers;

namespace CareCatalog.Import.Reading;

/// <summary>A row of the paper with its cells by column.</summary>
internal sealed class TableRow(string where, Dictionary<Column, PaperCell> cells)
{
    /// <summary>Table and row, as findings name it.</summary>
    public string Where { get; } = where;

    public string this[Column column] => cells.TryGetValue(column, out var cell) ? cell.Text : "";

    public bool IsCovered(Column column) => cells.TryGetValue(column, out var cell) && cell.IsCovered;

    public void Set(Column column, string text) => cells[column] = new PaperCell(text);

    public bool IsBlank => cells.Values.All(cell => cell.Text.Length == 0);

    public string Text => string.Concat(cells.OrderBy(cell => cell.Key).Select(cell => cell.Value.Text));
}
