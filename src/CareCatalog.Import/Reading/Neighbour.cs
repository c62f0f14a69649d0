namespace CareCatalog.Import.Reading;

/// <summary>A row of another list that says nearly the same.</summary>
/// <param name="Row">The row.</param>
/// <param name="Likeness">How alike the contents are, 0 to 1.</param>
internal sealed record Neighbour(ServiceItem Row, double Likeness);
