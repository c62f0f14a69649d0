namespace CareCatalog.Publishing;

/// <summary>When each row of an edition last changed, as the editions kept tell.</summary>
public sealed class RowDates
{
    // Beyond these many editions the oldest one kept in sight stands for all before it.
    private const int MostEditions = 12;

    private readonly Dictionary<ItemId, DateTimeOffset> dates = [];

    /// <summary>No dates: nothing was ever published.</summary>
    public static readonly RowDates None = new();

    private RowDates()
    {
    }

    /// <summary>Reads the dates out of an archive for the edition given.</summary>
    public static RowDates Of(EditionArchive archive, CatalogEdition edition)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(edition);
        var dates = new RowDates();
        var words = new Dictionary<ItemId, string>();
        foreach (var entry in archive.Events.Where(entry => entry.Action == "publish").DistinctBy(entry => entry.Version).TakeLast(MostEditions))
        {
            if ((entry.Version == edition.Version ? edition : archive.Read(entry.Version).Edition) is not { } kept) continue;
            foreach (var row in kept.Lists.SelectMany(list => list.Items)) dates.Note(row, entry.At, words);
            if (entry.Version == edition.Version) return dates;
        }
        return None;
    }

    /// <summary>When a row last changed; null when no edition tells.</summary>
    public DateTimeOffset? this[ItemId id] => dates.TryGetValue(id, out var at) ? at : null;

    private void Note(ServiceItem row, DateTimeOffset at, Dictionary<ItemId, string> words)
    {
        var now = $"{row.Audience}\n{row.Service}\n{row.ContentReading}\n{string.Join(';', row.Departments)}\n{string.Join(' ', row.Needs)}";
        if (words.TryGetValue(row.Id, out var before) && before == now) return;
        words[row.Id] = now;
        dates[row.Id] = at;
    }
}
