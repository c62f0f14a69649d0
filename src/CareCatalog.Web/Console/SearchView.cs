namespace CareCatalog.Web.Console;

/// <summary>What a search found.</summary>
/// <param name="Edition">The edition searched.</param>
/// <param name="Total">How many rows were found in all.</param>
/// <param name="Marks">The words to be marked in the rows.</param>
/// <param name="Rows">The first of them, best first.</param>
/// <param name="Places">By place.</param>
/// <param name="Domains">By field of service.</param>
/// <param name="Circumstances">By circumstance the row is restricted to.</param>
/// <param name="Departments">By department.</param>
internal sealed record SearchView(
    string Edition, int Total, IReadOnlyList<string> Marks, IReadOnlyList<RowView> Rows,
    IReadOnlyList<FacetView> Places, IReadOnlyList<FacetView> Domains, IReadOnlyList<FacetView> Circumstances, IReadOnlyList<FacetView> Departments);
