namespace CareCatalog.Seeds;

/// <summary>Reads <c>baseline.tsv</c>: how the lists stand to the services of the national index, as reviewed.</summary>
internal sealed class BaselineTable
{
    /// <summary>The file.</summary>
    public const string File = "baseline.tsv";

    private static readonly string[] Columns = ["place", "service", "standing", "rows", "note", "english_note"];
    private readonly SeedTable table;

    private BaselineTable(SeedTable table) => this.table = table;

    /// <summary>The entries with their lines; none when there is no such file.</summary>
    public static IReadOnlyList<(BaselineEntry Entry, int SeedLine)> Read(SeedFolder folder, ICollection<SeedProblem> problems)
    {
        if (!folder.Has(File)) return [];
        var reading = new BaselineTable(SeedTable.Read(folder, File, '\t', Columns, problems));
        return [.. reading.table.Unique(row => $"{row[0]} {row[1]}").Select(row => (Entry: reading.Entry(row), row.Line))
            .Where(line => line.Entry is not null).Select(line => (line.Entry!, line.Line))];
    }

    private BaselineEntry? Entry(SeedLine row)
    {
        var rows = row.Parts(3, ' ').Select(text => ItemId.TryParse(text, out var id) ? id : default(ItemId?)).ToList();
        if (!JurisdictionCode.TryParse(row[0], out var place)) table.Complain(row, $"'{row[0]}' is not a six-digit GB/T 2260 code.");
        else if (!ItemId.TryParse(row[1], out var service)) table.Complain(row, $"'{row[1]}' is not the id of a row.");
        else if (StandingOf(row[2]) is not { } standing) table.Complain(row, $"'{row[2]}' is none of has, more, narrower, lacks.");
        else if (rows.Any(id => id is null)) table.Complain(row, $"'{row[3]}' are not ids of rows.");
        else return new BaselineEntry(place, service, standing, [.. rows.Select(id => id!.Value)], row[4], row[5]);
        return null;
    }

    private static Standing? StandingOf(string word) => word switch
    {
        "has" => Standing.Has,
        "more" => Standing.More,
        "narrower" => Standing.Narrower,
        "lacks" => Standing.Lacks,
        _ => null,
    };
}
