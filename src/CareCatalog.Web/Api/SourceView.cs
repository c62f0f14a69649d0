namespace CareCatalog.Web.Api;

/// <summary>出处: where a row is written.</summary>
/// <param name="Title">The document's title as printed.</param>
/// <param name="Number">文号; null when the text carries none.</param>
/// <param name="Issuer">Who issued it; null when the text does not say.</param>
/// <param name="Date">When it was printed; null when the text does not say.</param>
/// <param name="Section">The row or section as the document counts.</param>
/// <param name="File">The document's file under <c>seeds/documents/</c>.</param>
/// <param name="Lines">The lines of the file that hold it, as in <c>12-15</c>.</param>
internal sealed record SourceView(
    string Title, string? Number, string? Issuer, DateOnly? Date, string Section, string File, IReadOnlyList<string> Lines)
{
    /// <summary>The provenance as shown.</summary>
    public static SourceView Of(Provenance provenance) => new(
        provenance.Document.Title, provenance.Document.Number, provenance.Document.Issuer, provenance.Document.Date,
        provenance.Section, provenance.Document.File, [.. provenance.Lines.Select(lines => lines.ToString())]);
}
