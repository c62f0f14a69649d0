namespace CareCatalog.Web.Console;

/// <summary>One value of a facet.</summary>
/// <param name="Value">What is sent to choose it.</param>
/// <param name="Name">What is shown.</param>
/// <param name="Count">How many of the rows found have it.</param>
internal sealed record FacetView(string Value, string Name, int Count);
