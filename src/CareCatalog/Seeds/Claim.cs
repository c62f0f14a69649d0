namespace CareCatalog.Seeds;

/// <summary>Letters of a document that a line of a list or errata file accounts for.</summary>
/// <param name="Span">The letters.</param>
/// <param name="What">What they are, as in "audience of row 5".</param>
/// <param name="SeedFile">The file that says so.</param>
/// <param name="SeedLine">Its line.</param>
internal readonly record struct Claim(LetterSpan Span, string What, string SeedFile, int SeedLine);
