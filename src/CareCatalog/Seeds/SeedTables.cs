namespace CareCatalog.Seeds;

/// <summary>The tables of <c>seeds/</c>: the fields of service, needs, circumstances, annotations, places, departments and public lines.</summary>
internal sealed class SeedTables(SeedFolder folder, ICollection<SeedProblem> problems)
{
    /// <summary><c>domains.csv</c>.</summary>
    public IReadOnlyList<DomainEntry> Domains()
    {
        var table = SeedTable.Read(folder, "domains.csv", ',', ["label", "domain", "english_name"], problems);
        var entries = new List<DomainEntry>();
        foreach (var row in table.Unique(row => row[0]))
        {
            if (Enum.GetNames<Domain>().Contains(row[1], StringComparer.Ordinal))
                entries.Add(new DomainEntry(Enum.Parse<Domain>(row[1]), row[0], row[2]));
            else table.Complain(row, $"'{row[1]}' is no domain: {string.Join(", ", Enum.GetNames<Domain>())}.");
        }
        return entries;
    }

    /// <summary><c>taxonomy.csv</c>, each need with its line.</summary>
    public IReadOnlyList<(Need Need, int SeedLine)> Needs()
    {
        var table = SeedTable.Read(folder, "taxonomy.csv", ',', ["id", "parent", "name", "english_name"], problems);
        var needs = new List<(Need, int)>();
        foreach (var row in table.Unique(row => row[0]))
        {
            if (ItemId.TryParse(row[1], out var parent)) needs.Add((new Need(row[0], parent, row[2], row[3]), row.Line));
            else table.Complain(row, $"'{row[1]}' is not the id of a row.");
        }
        return needs;
    }

    /// <summary><c>circumstances.csv</c>.</summary>
    public IReadOnlyList<Circumstance> Circumstances()
    {
        var table = SeedTable.Read(folder, "circumstances.csv", ',', ["id", "name", "english_name", "implies"], problems);
        var known = table.Rows.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var circumstances = new List<Circumstance>();
        foreach (var row in table.Unique(row => row[0]))
        {
            foreach (var unknown in row.Parts(3, ' ').Where(id => !known.Contains(id))) table.Complain(row, $"'{unknown}' is no circumstance.");
            circumstances.Add(new Circumstance(row[0], row[1], row[2], row.Parts(3, ' ')));
        }
        return circumstances;
    }

    /// <summary><c>places.tsv</c>.</summary>
    public IReadOnlyList<Place> Places()
    {
        var table = SeedTable.Read(folder, "places.tsv", '\t', ["code", "name", "english_name", "aliases"], problems);
        var places = new List<Place>(table.Rows.Count);
        foreach (var row in table.Unique(row => row[0]))
        {
            if (JurisdictionCode.TryParse(row[0], out var code)) places.Add(new Place(code, row[1], row[2], row.Parts(3, ';')));
            else table.Complain(row, $"'{row[0]}' is not a six-digit GB/T 2260 code.");
        }
        return places;
    }

    /// <summary><c>departments.tsv</c>.</summary>
    public IReadOnlyList<DepartmentEntry> Departments()
    {
        string[] columns = ["name", "english_name", "body", "aliases", "local_counterpart", "english_local_counterpart"];
        return [.. SeedTable.Read(folder, "departments.tsv", '\t', columns, problems).Unique(row => row[0]).Select(row =>
            new DepartmentEntry(row[0], row[1], row[2], row.Parts(3, ';'), NullWhenEmpty(row[4]), NullWhenEmpty(row[5])))];
    }

    /// <summary><c>hotlines.tsv</c>.</summary>
    public IReadOnlyList<Hotline> Hotlines()
    {
        string[] columns = ["number", "name", "english_name", "purpose", "english_purpose", "hours", "english_hours", "source"];
        return [.. SeedTable.Read(folder, "hotlines.tsv", '\t', columns, problems).Unique(row => row[0]).Select(row =>
            new Hotline(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]))];
    }

    private static string? NullWhenEmpty(string text) => text.Length == 0 ? null : text;
}
