namespace CareCatalog.Seeds;

/// <summary>Checks that every id and name used is one that is known: departments, needs, circumstances, counties, rows.</summary>
internal sealed class VocabularyProof(SeedContents seeds, ICollection<SeedProblem> problems)
{
    private const string Annotations = $"{SeedFolder.Name}/{AnnotationTable.File}";

    /// <summary>Runs the check.</summary>
    public void Run()
    {
        var departments = seeds.Departments.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var list in seeds.Lists)
        {
            foreach (var cell in DepartmentCells(list))
            {
                foreach (var name in cell.Names.Where(name => !departments.Contains(name)))
                    problems.Add(new SeedProblem(list.SeedFile, cell.SeedLine, $"'{name}' is not a department of departments.tsv."));
            }
        }
        var rows = seeds.Lists.SelectMany(list => list.Rows.Select(row => $"{list.Code}-{row.Number:00}"))
            .Concat(seeds.Lists.SelectMany(list => list.Passages.Select(passage => $"{list.Code}-p{passage.Number:00}")))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (need, line) in seeds.Needs)
        {
            if (need.Parent.Jurisdiction.IsNation && rows.Contains(need.Parent.ToString())) continue;
            problems.Add(new SeedProblem($"{SeedFolder.Name}/taxonomy.csv", line, $"'{need.Id}' lies under {need.Parent}, which is no row of the nation."));
        }
        Annotate(rows);
    }

    private static IEnumerable<Cell> DepartmentCells(PrintedList list) =>
        list.Rows.SelectMany(row => row.Guidance.Select(guidance => guidance.Department).Append(row.Departments))
            .Concat(list.Passages.Select(passage => passage.Departments).OfType<Cell>());

    private void Annotate(HashSet<string> rows)
    {
        var needs = seeds.Needs.Select(entry => entry.Need.Id).ToHashSet(StringComparer.Ordinal);
        var circumstances = seeds.Circumstances.Select(circumstance => circumstance.Id).ToHashSet(StringComparer.Ordinal);
        var places = seeds.Places.Select(place => place.Code).ToHashSet();
        foreach (var annotation in seeds.Annotations.Values)
        {
            if (!rows.Contains(annotation.Id)) Complain(annotation, $"{annotation.Id} is no row or passage.");
            if (annotation.Needs.Count == 0) Complain(annotation, $"{annotation.Id} meets no need.");
            foreach (var need in annotation.Needs.Where(need => !needs.Contains(need))) Complain(annotation, $"'{need}' is no need of taxonomy.csv.");
            foreach (var id in annotation.Eligibility.Circumstances.Where(id => !circumstances.Contains(id)))
                Complain(annotation, $"'{id}' is no circumstance of circumstances.csv.");
            var code = new JurisdictionCode(annotation.Id.Split('-')[0]);
            foreach (var county in annotation.Eligibility.Counties.Where(county => !places.Contains(county) || !code.Contains(county)))
                Complain(annotation, $"{county} is no place within {code}.");
        }
    }

    private void Complain(Annotation annotation, string reason) => problems.Add(new SeedProblem(Annotations, annotation.SeedLine, reason));
}
