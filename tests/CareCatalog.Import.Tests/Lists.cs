using CareCatalog.Testing;

namespace CareCatalog.Import.Tests;

/// <summary>The lists of the repository, and editions that leave one of them out.</summary>
internal static class Lists
{
    public static readonly string Seeds = Repository.At("seeds");

    public static readonly CatalogEdition Edition = CatalogReader.Read(Seeds).Edition!;

    public static readonly ImportWords Words = ImportWords.Read(Seeds);

    public static readonly IReadOnlyDictionary<Domain, string> Labels = Edition.Domains.ToDictionary(entry => entry.Domain, entry => entry.Name);

    /// <summary>An importer that does not know the list of a place.</summary>
    public static ListImport Without(JurisdictionCode place) => new(
        new CatalogEdition(
            "others", [.. Edition.Lists.Where(list => list.Code != place)], Edition.Needs, Edition.Circumstances, Edition.Places, Edition.Departments, Edition.Hotlines)
        { Domains = Edition.Domains },
        Words);

    /// <summary>The departments of a row as the import parts them.</summary>
    public static string DepartmentsOf(ServiceItem item) => string.Join('、', item.Departments.SelectMany(name => name.Split('、')));
}
