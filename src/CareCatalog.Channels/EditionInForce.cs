namespace CareCatalog.Channels;

/// <summary>现行版次: the edition that answers now. A turn takes it once, so that an answer cites one edition only.</summary>
/// <param name="first">The edition at start.</param>
public sealed class EditionInForce(CatalogEdition first)
{
    private volatile CatalogEdition current = first;

    /// <summary>The edition in force at this moment.</summary>
    public CatalogEdition Current => current;

    /// <summary>Puts another edition in force; turns under way finish on the one they took.</summary>
    public void Replace(CatalogEdition edition) => current = edition;
}
