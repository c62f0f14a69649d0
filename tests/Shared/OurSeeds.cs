using CareCatalog.Search.Text;

namespace CareCatalog.Testing;

/// <summary>The edition of the repository's seeds, read once for all tests of a project.</summary>
public static class OurSeeds
{
    private static readonly Lazy<CatalogEdition> Read = new(() => CatalogReader.Read(Repository.At("seeds")) switch
    {
        { Edition: { } edition } => edition,
        var reading => throw new InvalidDataException(string.Join('\n', reading.Problems)),
    });

    private static readonly Lazy<CharacterTable> Table = new(() => CharacterTable.Read(Repository.At("seeds", "characters.tsv")));

    /// <summary>The five lists.</summary>
    public static CatalogEdition Edition => Read.Value;

    /// <summary>The table of characters.</summary>
    public static CharacterTable Characters => Table.Value;

    /// <summary>A row by its id.</summary>
    public static ServiceItem Item(string id) => Edition.Find(ItemId.Parse(id)) ?? throw new KeyNotFoundException(id);
}
