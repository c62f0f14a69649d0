namespace CareCatalog.Web.Console;

/// <summary>Places side by side, service by service of the national index.</summary>
/// <param name="Edition">The edition compared.</param>
/// <param name="Places">The names of the places, in the order of the columns.</param>
/// <param name="Lines">One line for each national service.</param>
internal sealed record ComparisonView(string Edition, IReadOnlyList<string> Places, IReadOnlyList<ComparisonLine> Lines);
