namespace CareCatalog.Seeds;

/// <summary>Everything <c>seeds/</c> holds but the documents, read and not yet put together.</summary>
internal sealed record SeedContents
{
    /// <summary>The lists, by file name.</summary>
    public required IReadOnlyList<PrintedList> Lists { get; init; }

    /// <summary>The errata, by file name and line.</summary>
    public required IReadOnlyList<PrintedErratum> Errata { get; init; }

    /// <summary>The annotations by row or passage id.</summary>
    public required IReadOnlyDictionary<string, Annotation> Annotations { get; init; }

    /// <summary>The fields of service.</summary>
    public required IReadOnlyList<DomainEntry> Domains { get; init; }

    /// <summary>The taxonomy, each need with its line.</summary>
    public required IReadOnlyList<(Need Need, int SeedLine)> Needs { get; init; }

    /// <summary>The circumstances.</summary>
    public required IReadOnlyList<Circumstance> Circumstances { get; init; }

    /// <summary>The places.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>The departments.</summary>
    public required IReadOnlyList<DepartmentEntry> Departments { get; init; }

    /// <summary>The public lines.</summary>
    public required IReadOnlyList<Hotline> Hotlines { get; init; }

    /// <summary>The reviewed comparison with the national index, each line with its number; none when nobody has reviewed any.</summary>
    public IReadOnlyList<(BaselineEntry Entry, int SeedLine)> Baseline { get; init; } = [];

    /// <summary>Reads it all; what is wrong with the form of a file becomes a problem.</summary>
    public static SeedContents Read(SeedFolder folder, ICollection<SeedProblem> problems)
    {
        var tables = new SeedTables(folder, problems);
        var lists = folder.Names("lists/", ".json").Select(name => folder.Open(name, problems)).OfType<SeedFile>()
            .Select(file => ListFile.Read(file, problems)).OfType<PrintedList>().ToList();
        if (lists.Count == 0) problems.Add(new SeedProblem($"{SeedFolder.Name}/lists", 0, "there is no list."));
        return new SeedContents
        {
            Lists = lists,
            Errata = [.. folder.Names("errata/", ".json").Select(name => folder.Open(name, problems)).OfType<SeedFile>()
                .SelectMany(file => ErrataFile.Read(file, problems))],
            Annotations = AnnotationTable.Read(folder, problems),
            Domains = tables.Domains(),
            Needs = tables.Needs(),
            Circumstances = tables.Circumstances(),
            Places = tables.Places(),
            Departments = tables.Departments(),
            Hotlines = tables.Hotlines(),
            Baseline = BaselineTable.Read(folder, problems),
        };
    }
}
