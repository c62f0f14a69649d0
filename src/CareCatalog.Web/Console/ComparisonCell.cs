namespace CareCatalog.Web.Console;

/// <summary>How one place carries one national service.</summary>
/// <param name="Standing">How its list stands to the service.</param>
/// <param name="Rows">The rows that carry it; none when it is lacking.</param>
/// <param name="Added">Needs met besides those of the national row.</param>
/// <param name="Missing">Needs of the national row that are not met.</param>
/// <param name="Note">What is added or narrower, in one sentence; empty when nobody has written any.</param>
/// <param name="Reviewed">People have confirmed it.</param>
internal sealed record ComparisonCell(
    Standing Standing, IReadOnlyList<RowView> Rows, IReadOnlyList<string> Added, IReadOnlyList<string> Missing, string Note, bool Reviewed);
