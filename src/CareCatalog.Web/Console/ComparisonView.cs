namespace CareCatalog.Web.Console;

/// <summary>Places side by side, service by service of the national index.</summary>
/// <param name="Edition">The edition compared.</param>
/// <param name="Places">The places, in the order of the columns.</param>
/// <param name="Lines">One line for each national service.</param>
/// <param name="Legend">The standings there are, in words.</param>
internal sealed record ComparisonView(
    string Edition, IReadOnlyList<PlaceView> Places, IReadOnlyList<ComparisonLine> Lines, IReadOnlyList<StandingView> Legend);
