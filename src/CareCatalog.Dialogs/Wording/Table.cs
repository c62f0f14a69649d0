namespace CareCatalog.Dialogs.Wording;

/// <summary>A tab-separated file of words with a head line.</summary>
internal static class Table
{
    /// <summary>The rows of a file after its head; a row with another number of cells is reported and left out.</summary>
    public static List<string[]> Read(string file, string shownAs, int columns, ICollection<SeedProblem> problems)
    {
        var rows = new List<string[]>();
        if (!File.Exists(file))
        {
            problems.Add(new SeedProblem(shownAs, 0, "the file is missing"));
            return rows;
        }
        var number = 1;
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            number++;
            if (line.Length == 0) continue;
            var cells = line.Split('\t');
            if (cells.Length == columns) rows.Add(cells);
            else problems.Add(new SeedProblem(shownAs, number, $"{columns} cells parted by tabs are expected, {cells.Length} found"));
        }
        return rows;
    }
}
