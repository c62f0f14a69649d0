namespace CareCatalog.Import.Papers;

/// <summary>A file as read: what stands around its tables, and the tables.</summary>
/// <param name="Format">docx, xlsx, html, md, csv, tsv, text or pdf.</param>
/// <param name="Prose">The lines around the tables.</param>
/// <param name="Tables">The tables in order.</param>
internal sealed record Paper(string Format, IReadOnlyList<string> Prose, IReadOnlyList<PaperTable> Tables);
