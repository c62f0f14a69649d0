namespace CareCatalog.Import.Papers;

/// <summary>A cell of a table as it stands in a file.</summary>
/// <param name="Text">Its text; lines within it parted by line feeds.</param>
/// <param name="IsCovered">It is covered by a merged cell above or beside it.</param>
internal sealed record PaperCell(string Text, bool IsCovered = false)
{
    public static readonly PaperCell Blank = new("");
}
