namespace CareCatalog;

/// <summary>清单: one published list of one jurisdiction, with its document and the passages of the notice around it.</summary>
/// <param name="Code">The jurisdiction.</param>
/// <param name="Name">Its name, as in 青岛市.</param>
/// <param name="Document">The document.</param>
/// <param name="Items">The rows in order of their true numbers.</param>
/// <param name="Passages">The numbered sections; empty for most lists.</param>
public sealed record CareList(
    JurisdictionCode Code, string Name, SourceDocument Document,
    IReadOnlyList<ServiceItem> Items, IReadOnlyList<Passage> Passages)
{
    /// <summary>The errata that concern the document as a whole.</summary>
    public IReadOnlyList<Erratum> Errata { get; init; } = [];
}
