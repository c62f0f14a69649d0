using System.Collections.Frozen;

namespace CareCatalog.Dialogs.Wording;

/// <summary>Every word of one language that the assistant says.</summary>
public sealed class Locale
{
    private readonly FrozenDictionary<string, RowWords> rows;
    private readonly FrozenDictionary<string, Banner> banners;

    private Locale(Language language, Phrases phrases, IEnumerable<string[]> rows, IEnumerable<string[]> banners, IEnumerable<string[]> conditions)
    {
        Language = language;
        Phrases = phrases;
        this.rows = rows.ToFrozenDictionary(row => row[0], row => new RowWords(row[1], row[2]));
        this.banners = banners.ToFrozenDictionary(row => row[0], row => new Banner(row[0], row[1].Split(' '), row[2]));
        Conditions = [.. conditions.Select(row => (row[0], row[1]))];
    }

    /// <summary>Which language.</summary>
    public Language Language { get; }

    /// <summary>The sentences.</summary>
    public Phrases Phrases { get; }

    /// <summary>Conditions as the lists print them, and how they are said.</summary>
    public IReadOnlyList<(string Printed, string Words)> Conditions { get; }

    /// <summary>The ids of the rows that have words.</summary>
    public IReadOnlyList<string> RowIds => rows.Keys;

    /// <summary>The words for a row; its own service and content when nobody has written any yet.</summary>
    public RowWords Of(ServiceItem item) => rows.GetValueOrDefault(item.Id.ToString()) ?? new RowWords(item.Service, item.ContentReading);

    /// <summary>The kinds of danger that have a banner.</summary>
    public IReadOnlyList<string> DangerKinds => banners.Keys;

    /// <summary>The banner of a kind of danger; null when the kind has none.</summary>
    public Banner? BannerOf(string kind) => banners.GetValueOrDefault(kind);

    /// <summary>Reads the folder of a language.</summary>
    public static Locale Read(string folder, Language language, ICollection<SeedProblem> problems)
    {
        var name = $"dialogs/{Path.GetFileName(folder)}";
        List<string[]> Rows(string file, int columns) => Table.Read(Path.Combine(folder, file), $"{name}/{file}", columns, problems);
        return new Locale(
            language, Phrases.Read(Path.Combine(folder, "phrases.json"), $"{name}/phrases.json", problems),
            Rows("summaries.tsv", 3).DistinctBy(row => row[0]), Rows("danger-banners.tsv", 3).DistinctBy(row => row[0]), Rows("conditions.tsv", 2));
    }
}
