namespace CareCatalog;

/// <summary>What came of reading <c>seeds/</c>: the edition, or the problems that prevent one.</summary>
/// <param name="Edition">The edition; null when a problem prevents it.</param>
/// <param name="Problems">Every defect found, in file and line order.</param>
public sealed record CatalogReading(CatalogEdition? Edition, IReadOnlyList<SeedProblem> Problems);
