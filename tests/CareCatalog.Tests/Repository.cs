using System.Text;
using CareCatalog.Seeds;

namespace CareCatalog.Tests;

/// <summary>The repository the tests run in, and its seeds, changed in memory only.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static readonly string SeedsPath = Path.Combine(Root, "seeds");

    public static readonly string[] Codes = ["000000", "211300", "220100", "370200", "371700"];

    private static readonly Lazy<CatalogEdition> Read = new(() => CatalogReader.Read(SeedsPath) switch
    {
        { Edition: { } edition } => edition,
        var reading => throw new InvalidDataException(string.Join('\n', reading.Problems)),
    });

    /// <summary>The edition of the repository's seeds.</summary>
    public static CatalogEdition Edition => Read.Value;

    /// <summary>The seeds as they are.</summary>
    public static SeedFolder Seeds() => SeedFolder.At(SeedsPath);

    /// <summary>The seeds with every other list, its document and its errata left out, and the places: quick to check again and again.</summary>
    public static SeedFolder SeedsOf(string code)
    {
        var folder = Seeds().With("places.tsv", null).With("characters.tsv", null).With("baseline.tsv", null);
        foreach (var other in Codes.Where(other => other != code))
        {
            folder = folder.With($"lists/{other}.json", null).With($"errata/{other}.json", null)
                .With($"documents/{Edition.ListOf(JurisdictionCode.Parse(other))!.Document.File}", null);
        }
        return folder;
    }

    /// <summary>The text of a seed file.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(SeedsPath, name));

    /// <summary>The folder with one file's text changed.</summary>
    public static SeedFolder With(this SeedFolder folder, string name, Func<string, string> change)
    {
        var before = Text(name);
        var after = change(before);
        Assert.NotEqual(before, after);
        return folder.With(name, Encoding.UTF8.GetBytes(after));
    }

    /// <summary>A row of the edition.</summary>
    public static ServiceItem Item(string id) => Edition.Find(ItemId.Parse(id)) ?? throw new KeyNotFoundException(id);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CareCatalog.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("CareCatalog.sln is in no folder above the tests.");
    }
}
