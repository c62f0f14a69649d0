namespace CareCatalog.Seeds;

/// <summary>
/// Proves the errata: each hits something, and what it calls printed is what is printed; and every blank cell and
/// every number that is not the true one has an erratum. That a reading stands in the lines given for it is part of <see cref="ListProof"/>.
/// </summary>
internal sealed class ErrataProof
{
    private readonly SeedContents seeds;
    private readonly IReadOnlyDictionary<string, DocumentText> documents;
    private readonly ICollection<SeedProblem> problems;
    private readonly Dictionary<string, ErrataTarget> targets = new(StringComparer.Ordinal);

    public ErrataProof(SeedContents seeds, IReadOnlyDictionary<string, DocumentText> documents, ICollection<SeedProblem> problems)
    {
        this.seeds = seeds;
        this.documents = documents;
        this.problems = problems;
        foreach (var target in seeds.Lists.SelectMany(ErrataTarget.Of)) targets.TryAdd(target.Id, target);
    }

    /// <summary>Runs the proof.</summary>
    public void Run()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in seeds.Errata)
        {
            if (!ids.Add(entry.Erratum.Id)) Complain(entry, entry.SeedLine, $"'{entry.Erratum.Id}' stands twice.");
            if (entry.Targets.Count == 0) Complain(entry, entry.SeedLine, "it hits nothing.");
            if (entry.Erratum.Reading is null && entry.Lines.Count > 0)
                Complain(entry, entry.SeedLine, "lines are given for a reading that is not there.");
            if (entry.Erratum.Reading == entry.Erratum.Printed) Complain(entry, entry.PrintedLine, "the reading is what is printed.");
            foreach (var target in entry.Targets) Prove(entry, target);
        }
        var readings = seeds.Errata.Where(entry => entry.Erratum.Reading is not null)
            .SelectMany(entry => entry.Targets.Select(target => (Cell: $"{target} {entry.Erratum.Field}", entry.Erratum.Reading)))
            .ToLookup(hit => hit.Cell, hit => hit.Reading, StringComparer.Ordinal);
        foreach (var list in seeds.Lists)
        {
            foreach (var row in list.Rows) Cover(list, row, readings);
        }
    }

    private void Prove(PrintedErratum entry, string id)
    {
        if (!targets.TryGetValue(id, out var target))
        {
            Complain(entry, entry.SeedLine, $"{id} is no row, passage or list.");
            return;
        }
        if (target.Fields is { } fields) ProveInCells(entry, id, [.. fields[entry.Erratum.Field]]);
        else if (!documents.TryGetValue(target.Document, out var whole) || !whole.Holds(entry.Erratum.Printed))
            Complain(entry, entry.PrintedLine, $"'{entry.Erratum.Printed}' is not printed in the document of {id}.");
    }

    private void ProveInCells(PrintedErratum entry, string id, string[] cells)
    {
        var (printed, reading) = (entry.Erratum.Printed, entry.Erratum.Reading);
        if (cells.Length == 0) Complain(entry, entry.SeedLine, $"{id} has no {entry.Erratum.Field}.");
        else if (printed.Length == 0)
        {
            // A blank cell: it is blank in the list as well, or filled down from the merged cell and then holds the reading.
            if (reading is not null && !cells.Any(cell => cell.Length == 0 || cell == reading))
                Complain(entry, entry.PrintedLine, $"{entry.Erratum.Field} of {id} is neither blank nor '{reading}'.");
        }
        else if (!cells.Any(cell => Count(cell, printed) is var times && (reading is null ? times > 0 : times == 1)))
            Complain(entry, entry.PrintedLine, $"'{printed}' does not stand {(reading is null ? "" : "just once ")}in {entry.Erratum.Field} of {id}.");
    }

    private void Cover(PrintedList list, PrintedRow row, ILookup<string, string?> readings)
    {
        var id = $"{list.Code}-{row.Number:00}";
        foreach (var (field, cell) in row.Cells().Where(cell => cell.Cell.Text.Length == 0 && !readings.Contains($"{id} {cell.Field}")))
            Uncovered(list, cell.SeedLine, $"{field} of row {row.Number} is blank and no erratum says what belongs there.");
        if (row.PrintedNumber is { } number && number.Text != $"{row.Number}" && !readings[$"{id} number"].Contains($"{row.Number}"))
            Uncovered(list, number.SeedLine, $"row {row.Number} is printed as '{number.Text}' and no erratum says so.");
    }

    private void Uncovered(PrintedList list, int line, string reason) => problems.Add(new SeedProblem(list.SeedFile, line, reason));

    private static int Count(string cell, string printed)
    {
        var times = 0;
        for (var at = cell.IndexOf(printed, StringComparison.Ordinal); at >= 0; at = cell.IndexOf(printed, at + 1, StringComparison.Ordinal)) times++;
        return times;
    }

    private void Complain(PrintedErratum entry, int line, string reason) =>
        problems.Add(new SeedProblem(entry.SeedFile, line, $"{entry.Erratum.Id}: {reason}"));
}
