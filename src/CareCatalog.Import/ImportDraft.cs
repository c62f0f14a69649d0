namespace CareCatalog.Import;

/// <summary>清单草稿: a list as imported, before people have looked at it.</summary>
/// <param name="Place">Whose list.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Sha256">Its hash, lower-case hexadecimal.</param>
/// <param name="Format">docx, xlsx, html, md, csv, tsv, text or pdf.</param>
/// <param name="Title">The list's title; empty when none was found.</param>
/// <param name="Prose">The lines around the table, the title left out.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Strays">What stands in the table without being a row.</param>
/// <param name="Findings">What a person should look at: table, row, cell and why.</param>
public sealed record ImportDraft(
    JurisdictionCode Place, string File, string Sha256, string Format, string Title, IReadOnlyList<string> Prose,
    IReadOnlyList<DraftRow> Rows, IReadOnlyList<string> Strays, IReadOnlyList<string> Findings);
