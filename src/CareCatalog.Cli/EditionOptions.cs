using System.CommandLine;
using CareCatalog.Publishing;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Cli;

/// <summary>Options that name editions, and how they are read.</summary>
internal static class EditionOptions
{
    /// <summary>Where editions are kept.</summary>
    public static Option<string?> Archive() => new("--editions") { Description = "The folder that keeps the editions (default: data/editions under the root)" };

    /// <summary>An edition to answer from.</summary>
    public static Option<string?> Edition() => new("--edition") { Description = "Answer from this published edition instead of seeds/" };

    /// <summary>The archive of a folder.</summary>
    public static EditionArchive ArchiveOf(string folder, string? editions) => new(editions ?? Path.Combine(folder, "data", "editions"));

    /// <summary>An edition kept, or that of <c>seeds/</c> when none is named.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message names every problem.</exception>
    public static CatalogEdition Read(string folder, string? version, string? editions)
    {
        var reading = version is null ? CatalogReader.Read(Path.Combine(folder, "seeds")) : ArchiveOf(folder, editions).Read(version);
        return reading.Edition ?? throw new InvalidDataException(string.Join('\n', reading.Problems));
    }

    /// <summary>Takes the index of an edition out of its file, when there is one that fits; else the first question builds it.</summary>
    public static void OpenIndex(CatalogEdition edition, string folder, string? editions)
    {
        var indexes = new IndexFolder(ArchiveOf(folder, editions).Indexes);
        if (indexes.Holds(edition) && indexes.Open(edition, CharactersOf(folder)).Warning is { } warning)
            Console.Error.WriteLine($"The index file of edition {edition.Version} was not taken, the index was built: {warning}");
    }

    /// <summary>Keeps the index of an edition published, so that no host need build it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void KeepIndex(string version, string folder, string? editions)
    {
        var archive = ArchiveOf(folder, editions);
        if (archive.Read(version).Edition is { } edition) new IndexFolder(archive.Indexes).Keep(edition, CharactersOf(folder));
    }

    private static CharacterTable CharactersOf(string folder) => CharacterTable.Read(Path.Combine(folder, "seeds", "characters.tsv"));

    /// <summary>What <c>diff</c> takes: <c>seeds</c>, a version or its beginning, <c>current</c>, or a folder.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static CatalogEdition ReadNamed(string folder, string name, string? editions)
    {
        if (name == "seeds") return Read(folder, null, null);
        var archive = ArchiveOf(folder, editions);
        var kept = archive.Versions.Where(version => version.StartsWith(name, StringComparison.Ordinal)).ToList();
        if (name == "current" && archive.Current is { } current) return Read(folder, current, editions);
        if (kept.Count == 1) return Read(folder, kept[0], editions);
        if (!Directory.Exists(name)) throw new InvalidDataException($"'{name}' is neither one edition kept, 'current', 'seeds' nor a folder.");
        return Read(Directory.Exists(Path.Combine(name, "seeds")) ? name : Path.GetDirectoryName(Path.GetFullPath(name))!, null, null);
    }
}
