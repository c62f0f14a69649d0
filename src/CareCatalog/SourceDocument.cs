namespace CareCatalog;

/// <summary>A document as published and received.</summary>
/// <param name="File">File name under <c>seeds/documents/</c>.</param>
/// <param name="Title">The list's title as printed.</param>
/// <param name="Number">文号, such as 长民联发〔2025〕10号; null when the text carries none.</param>
/// <param name="Issuer">Who issued it; null when the text does not say.</param>
/// <param name="Date">When it was printed; null when the text does not say.</param>
/// <param name="Sha256">Hash of the file, lower-case hexadecimal, so that no byte changes unseen.</param>
public sealed record SourceDocument(string File, string Title, string? Number, string? Issuer, DateOnly? Date, string Sha256);
