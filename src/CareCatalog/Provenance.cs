namespace CareCatalog;

/// <summary>出处: where a statement is written.</summary>
/// <param name="Document">The document.</param>
/// <param name="Section">The row number ("2") or the section ("四"), as the document counts.</param>
/// <param name="Lines">The lines of the document as received that hold it.</param>
public sealed record Provenance(SourceDocument Document, string Section, IReadOnlyList<SourceLines> Lines);
