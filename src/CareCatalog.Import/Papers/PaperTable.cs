namespace CareCatalog.Import.Papers;

/// <summary>A table of a paper.</summary>
/// <param name="Where">How problems name it: a sheet, or the number of the table.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record PaperTable(string Where, IReadOnlyList<IReadOnlyList<PaperCell>> Rows);
