namespace CareCatalog;

/// <summary>A reviewed statement on one place and one national service (<c>seeds/baseline.tsv</c>).</summary>
/// <param name="Place">Whose list.</param>
/// <param name="Service">The service of the national index.</param>
/// <param name="Standing">How the list stands to it.</param>
/// <param name="Rows">The rows that carry it, in order; none when it is lacking.</param>
/// <param name="Note">What is added or narrower, in one Chinese sentence; empty when there is nothing to say.</param>
/// <param name="EnglishNote">The same in English.</param>
public sealed record BaselineEntry(
    JurisdictionCode Place, ItemId Service, Standing Standing, IReadOnlyList<ItemId> Rows, string Note, string EnglishNote);
