namespace CareCatalog.Seeds;

/// <summary>A cell of a published table: what is printed, white space removed, and the lines of the document that hold it.</summary>
/// <param name="Text">As printed; empty when the cell is blank. Blanks may part the names of departments.</param>
/// <param name="Lines">The stretches of lines that, joined, hold the text.</param>
/// <param name="SeedLine">The line of the list file that says so.</param>
internal sealed record Cell(string Text, IReadOnlyList<SourceLines> Lines, int SeedLine)
{
    /// <summary>The names in a cell of departments: parted by the enumeration comma or by a blank.</summary>
    public string[] Names => Text.Split(['、', ' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads stretches such as <c>12-14 20</c>; false when they are not line numbers in rising pairs.</summary>
    public static bool TryParseLines(string text, out IReadOnlyList<SourceLines> lines)
    {
        var stretches = new List<SourceLines>();
        lines = stretches;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = part.IndexOf('-');
            if (!int.TryParse(dash < 0 ? part : part[..dash], out var from) || from < 1) return false;
            var to = from;
            if (dash >= 0 && (!int.TryParse(part[(dash + 1)..], out to) || to < from)) return false;
            stretches.Add(new SourceLines(from, to));
        }
        return stretches.Count > 0;
    }
}
