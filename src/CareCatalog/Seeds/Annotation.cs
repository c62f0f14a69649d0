namespace CareCatalog.Seeds;

/// <summary>What people have read out of a row or passage: the needs it meets and whom it is for.</summary>
/// <param name="Id">The row or passage.</param>
/// <param name="Needs">Ids of needs, the most fitting first.</param>
/// <param name="Eligibility">Whom it is for.</param>
/// <param name="SeedLine">The line that says so.</param>
internal sealed record Annotation(string Id, IReadOnlyList<string> Needs, Eligibility Eligibility, int SeedLine);
