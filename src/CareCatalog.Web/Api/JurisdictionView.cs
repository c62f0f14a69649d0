namespace CareCatalog.Web.Api;

/// <summary>A place that has published a list.</summary>
/// <param name="Code">Its GB/T 2260 code; 000000 is the nation.</param>
/// <param name="Name">Its name.</param>
/// <param name="EnglishName">Its name in pinyin or English; null when not known.</param>
/// <param name="Title">The title of its document.</param>
/// <param name="Number">文号; null when the text carries none.</param>
/// <param name="Issuer">Who issued it; null when the text does not say.</param>
/// <param name="Date">When it was printed; null when the text does not say.</param>
/// <param name="Services">How many rows it has.</param>
/// <param name="Passages">How many passages it has.</param>
internal sealed record JurisdictionView(
    string Code, string Name, string? EnglishName, string Title, string? Number, string? Issuer, DateOnly? Date, int Services, int Passages)
{
    /// <summary>The list as shown.</summary>
    public static JurisdictionView Of(CareList list, CatalogEdition edition) => new(
        list.Code.Value, list.Name, edition.Find(list.Code)?.EnglishName, list.Document.Title, list.Document.Number, list.Document.Issuer, list.Document.Date,
        list.Items.Count, list.Passages.Count);
}
