namespace CareCatalog.Web.Console;

/// <summary>One national service and the rows the places have under it.</summary>
/// <param name="Nation">The national row: the baseline.</param>
/// <param name="Cells">For each place its rows; an empty cell is a row that is missing.</param>
internal sealed record ComparisonLine(RowView Nation, IReadOnlyList<IReadOnlyList<RowView>> Cells);
