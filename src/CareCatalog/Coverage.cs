namespace CareCatalog;

/// <summary>How one place carries one national service.</summary>
/// <param name="Place">Whose list.</param>
/// <param name="Standing">How the list stands to the service.</param>
/// <param name="Rows">The rows that carry it, in order.</param>
/// <param name="Added">Needs the rows meet that lie under the service and that the national row does not name.</param>
/// <param name="Missing">Needs of the national row that none of the place's rows meets.</param>
/// <param name="Note">What is added or narrower, in one Chinese sentence; empty when nobody has written any.</param>
/// <param name="EnglishNote">The same in English.</param>
/// <param name="IsReviewed">People have confirmed it; otherwise it is proposed from the needs of the rows.</param>
public sealed record Coverage(
    JurisdictionCode Place, Standing Standing, IReadOnlyList<ServiceItem> Rows, IReadOnlyList<Need> Added,
    IReadOnlyList<Need> Missing, string Note, string EnglishNote, bool IsReviewed)
{
    /// <summary>The departments responsible for the rows, each once, in the list's own wording.</summary>
    public IReadOnlyList<string> Departments => [.. Rows.SelectMany(row => row.Departments).Distinct(StringComparer.Ordinal)];
}
