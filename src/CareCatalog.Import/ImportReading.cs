namespace CareCatalog.Import;

/// <summary>What came of reading a file: the draft, or why the file is refused.</summary>
/// <param name="Draft">The draft; null when the file is refused.</param>
/// <param name="Refusal">The reason, in a sentence; null when there is a draft.</param>
public sealed record ImportReading(ImportDraft? Draft, string? Refusal);
