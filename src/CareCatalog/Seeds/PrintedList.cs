namespace CareCatalog.Seeds;

/// <summary>A list as its document prints it, before any erratum.</summary>
internal sealed record PrintedList
{
    /// <summary>The list file.</summary>
    public required string SeedFile { get; init; }

    /// <summary>The jurisdiction's code as written.</summary>
    public required string Code { get; init; }

    /// <summary>The line the code stands on.</summary>
    public required int CodeLine { get; init; }

    /// <summary>The jurisdiction's name.</summary>
    public required string Name { get; init; }

    /// <summary>The line the name stands on.</summary>
    public required int NameLine { get; init; }

    /// <summary>The document.</summary>
    public required PrintedDocument Document { get; init; }

    /// <summary>How many rows and passages there are to be, and the line that says so.</summary>
    public required (int Items, int Passages, int SeedLine) Counts { get; init; }

    /// <summary>What stands in the document without being a row, a passage or a title.</summary>
    public required IReadOnlyList<Furniture> Furniture { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<PrintedRow> Rows { get; init; }

    /// <summary>The passages.</summary>
    public required IReadOnlyList<PrintedPassage> Passages { get; init; }
}
