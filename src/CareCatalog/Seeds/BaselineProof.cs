namespace CareCatalog.Seeds;

/// <summary>
/// Checks the reviewed comparison: every place and row it names exists, a place that is reviewed is so for every national service,
/// and what is more or narrower is said in both languages.
/// </summary>
internal sealed class BaselineProof(SeedContents seeds, ICollection<SeedProblem> problems)
{
    private const string File = $"{SeedFolder.Name}/{BaselineTable.File}";

    /// <summary>Runs the check.</summary>
    public void Run()
    {
        var rows = seeds.Lists.SelectMany(list => list.Rows.Select(row => $"{list.Code}-{row.Number:00}")).ToHashSet(StringComparer.Ordinal);
        foreach (var (entry, line) in seeds.Baseline) Prove(entry, line, rows);
        var national = seeds.Lists.FirstOrDefault(list => list.Code == JurisdictionCode.Nation.Value)?.Rows ?? [];
        foreach (var place in seeds.Baseline.GroupBy(line => line.Entry.Place))
        {
            foreach (var row in national.Where(row => place.All(line => line.Entry.Service.Number != row.Number)))
                Complain(place.First().SeedLine, $"{place.Key} has no line for {JurisdictionCode.Nation}-{row.Number:00}.");
        }
    }

    private void Prove(BaselineEntry entry, int line, HashSet<string> rows)
    {
        if (seeds.Lists.All(list => list.Code != entry.Place.Value) || entry.Place.IsNation) Complain(line, $"{entry.Place} is no place with a list.");
        if (!entry.Service.Jurisdiction.IsNation || !rows.Contains(entry.Service.ToString())) Complain(line, $"{entry.Service} is no row of the nation.");
        foreach (var row in entry.Rows.Where(row => row.Jurisdiction != entry.Place || !rows.Contains(row.ToString())))
            Complain(line, $"{row} is no row of {entry.Place}.");
        if (entry.Standing == Standing.Lacks != (entry.Rows.Count == 0)) Complain(line, "a service is lacking if, and only if, no row carries it.");
        if (entry.Note.Length == 0 != (entry.EnglishNote.Length == 0)) Complain(line, "the note stands in one language only.");
        if (entry.Standing != Standing.Has && entry.Note.Length == 0) Complain(line, "nothing says in what the list differs.");
    }

    private void Complain(int line, string reason) => problems.Add(new SeedProblem(File, line, reason));
}
