namespace CareCatalog.Seeds;

/// <summary>Checks what a list says of itself: its name, its counts, its numbers and labels.</summary>
internal sealed class ListOrder(PrintedList list, SeedContents seeds, ICollection<SeedProblem> problems)
{
    /// <summary>Runs the check.</summary>
    public void Run()
    {
        if (list.SeedFile != $"{SeedFolder.Name}/lists/{list.Code}.json")
            Complain(list.CodeLine, $"the file of {list.Code} must be called {list.Code}.json.");
        var place = seeds.Places.FirstOrDefault(place => place.Code.Value == list.Code);
        if (place?.Name != list.Name) Complain(list.NameLine, $"'{list.Name}' is not the name of {list.Code} in places.tsv.");
        Count("rows", list.Counts.Items, list.Rows.Select(row => (row.Number, row.SeedLine)).ToList());
        Count("passages", list.Counts.Passages, list.Passages.Select(passage => (passage.Number, passage.SeedLine)).ToList());
        foreach (var row in list.Rows) Row(row);
        Labels();
    }

    private void Count(string what, int expected, List<(int Number, int SeedLine)> found)
    {
        if (found.Count != expected) Complain(list.Counts.SeedLine, $"{expected} {what} are expected; there are {found.Count}.");
        for (var at = 0; at < found.Count; at++)
        {
            if (found[at].Number == at + 1) continue;
            Complain(found[at].SeedLine, $"the {what} are not numbered one after the other: {found[at].Number} stands where {at + 1} belongs.");
        }
    }

    private void Row(PrintedRow row)
    {
        if (row.Content.Text.Length == 0) Complain(row.Content.SeedLine, $"row {row.Number} has no content.");
        if (row.Departments.Names.Length == 0) Complain(row.Departments.SeedLine, $"row {row.Number} has no department.");
        var named = row.Departments.Names.ToHashSet(StringComparer.Ordinal);
        foreach (var guidance in row.Guidance)
        {
            if (guidance.Department.Names.Length == 0 || guidance.Department.Names.Any(name => !named.Contains(name)))
                Complain(guidance.Department.SeedLine, $"'{guidance.Department.Text}' is not among the departments of row {row.Number}.");
        }
        if (row.Guidance.Count > 0 && !named.SetEquals(row.Guidance.SelectMany(guidance => guidance.Department.Names)))
            Complain(row.Departments.SeedLine, $"the departments of row {row.Number} are not those of its guidance.");
    }

    private void Labels()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in list.Passages)
        {
            var head = passage.Section.Text.TrimStart('(', '（');
            if (passage.Label.Length == 0 || !head.StartsWith(passage.Label, StringComparison.Ordinal) || !seen.Add(passage.Label))
                Complain(passage.LabelLine, $"'{passage.Label}' is not how the document counts passage {passage.Number}.");
        }
    }

    private void Complain(int line, string reason) => problems.Add(new SeedProblem(list.SeedFile, line, reason));
}
