using System.CommandLine;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli;

/// <summary>The edition and the assistant a command works with, read from <c>seeds/</c> and <c>dialogs/</c>.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Assistant">The assistant.</param>
internal sealed record Catalogue(CatalogEdition Edition, Assistant Assistant)
{
    /// <summary>Where <c>seeds/</c> and <c>dialogs/</c> stand when not beside the program.</summary>
    public static Option<string?> Root() => new("--root") { Description = "The folder that holds seeds/ and dialogs/ (default: the nearest above the working directory, else beside the program)" };

    /// <summary>The folder that holds <c>seeds/</c> and <c>dialogs/</c>.</summary>
    public static string FolderOf(string? root)
    {
        if (root is not null) return root;
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "seeds")) && Directory.Exists(Path.Combine(folder.FullName, "dialogs"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }

    /// <summary>Reads both folders; with a version, that edition out of the archive instead of <c>seeds/</c>.</summary>
    /// <exception cref="InvalidDataException">Either is missing or damaged; the message names every problem.</exception>
    public static Catalogue Read(string? root, string? version = null, string? editions = null)
    {
        var folder = FolderOf(root);
        var edition = EditionOptions.Read(folder, version, editions);
        EditionOptions.OpenIndex(edition, folder, editions);
        return new Catalogue(edition, Assistant.Load(Path.Combine(folder, "dialogs"), Path.Combine(folder, "seeds")));
    }

    /// <summary>The residence an option names by code or name; null when it is left out.</summary>
    /// <exception cref="UnknownPlaceException">No place is called so, or several are.</exception>
    public JurisdictionCode? Residence(string? named)
    {
        if (named is null) return null;
        var places = PlacesCalled(named);
        return places.Count == 1 ? places[0].Code : throw new UnknownPlaceException(places.Count == 0
            ? $"'{named}' is no place known here."
            : $"'{named}' is several places, say which by its code: {string.Join(", ", places.Select(place => $"{place.Code} {Edition.Find(place.Code.Province)?.Name}{(place.Code == place.Code.Province ? "" : place.Name)}"))}.");
    }

    private List<Place> PlacesCalled(string text)
    {
        if (JurisdictionCode.TryParse(text, out var code)) return Edition.Find(code) is { } place ? [place] : [];
        var named = Edition.Places.Where(place => place.Name == text || string.Equals(place.EnglishName, text, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count > 0 || text.Length < 2 ? named : [.. Edition.Places.Where(place => place.Name.StartsWith(text, StringComparison.Ordinal))];
    }
}
