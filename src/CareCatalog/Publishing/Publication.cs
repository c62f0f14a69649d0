namespace CareCatalog.Publishing;

/// <summary>What came of publishing or rolling back.</summary>
/// <param name="Version">The edition now in force; null when it was refused.</param>
/// <param name="Previous">The edition in force before; null when there was none.</param>
/// <param name="Problems">Why it was refused; none when it was not.</param>
public sealed record Publication(string? Version, string? Previous, IReadOnlyList<SeedProblem> Problems);
