using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Web;

/// <summary>Makes the index of an edition ready before it answers, and keeps it as a file beside the editions for the next start.</summary>
internal sealed class EditionIndex(IndexFolder folder, CharacterTable characters, TimeProvider clock, ILogger<EditionIndex> log)
{
    /// <summary>Opens the index of an edition; never fails because of a file.</summary>
    /// <returns>The edition.</returns>
    public CatalogEdition Open(CatalogEdition edition)
    {
        var start = clock.GetTimestamp();
        var opening = folder.Open(edition, characters);
        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        if (opening.Warning is { } warning) log.LogWarning("The index file of edition {Version} was not taken, the index was built: {Warning}", edition.Version, warning);
        log.LogInformation("The index of edition {Version} was {Way} in {Seconds:0.000} s.", edition.Version, opening.IsLoaded ? "loaded" : "built", seconds);
        if (!opening.IsLoaded) Keep(edition);
        return edition;
    }

    private void Keep(CatalogEdition edition)
    {
        try
        {
            folder.Keep(edition, characters);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The index of edition {Version} cannot be kept as a file: {Reason}", edition.Version, failure.Message);
        }
    }
}
