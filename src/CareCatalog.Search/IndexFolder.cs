using CareCatalog.Search.Text;

namespace CareCatalog.Search;

/// <summary>
/// A folder that keeps the indexes of editions as files. Whatever is wrong with a file, the index is built from the edition instead:
/// a file can save time, never change an answer.
/// </summary>
/// <param name="folder">The folder; made when the first index is kept.</param>
public sealed class IndexFolder(string folder)
{
    private const int MostKept = 3;

    /// <summary>Whether there is a file for an edition.</summary>
    public bool Holds(CatalogEdition edition) => File.Exists(PathOf(edition));

    /// <summary>Makes the index of an edition ready: out of its file when that fits, else built.</summary>
    /// <returns>How it was come by.</returns>
    public IndexOpening Open(CatalogEdition edition, CharacterTable characters)
    {
        ArgumentNullException.ThrowIfNull(edition);
        string? warning = null;
        if (Holds(edition))
        {
            try
            {
                if (CatalogIndex.TryLoad(File.ReadAllBytes(PathOf(edition)), edition, characters, out warning)) return new IndexOpening(true, null);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                warning = failure.Message;
            }
        }
        CatalogIndex.Of(edition, characters);
        return new IndexOpening(false, warning);
    }

    /// <summary>Keeps the index of an edition, put in place by one rename; the oldest files beyond three give way.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Keep(CatalogEdition edition, CharacterTable characters)
    {
        ArgumentNullException.ThrowIfNull(edition);
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Guid.NewGuid():N}");
        using (var file = new FileStream(draft, FileMode.CreateNew))
        {
            CatalogIndex.Of(edition, characters).Save(file);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, PathOf(edition), overwrite: true);
        foreach (var old in new DirectoryInfo(folder).GetFiles("*.index").OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostKept)) old.Delete();
    }

    private string PathOf(CatalogEdition edition) => Path.Combine(folder, $"{edition.Version}.index");
}
