namespace CareCatalog.Seeds;

/// <summary>A passage as printed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Label">How the document counts it, as in 四.</param>
/// <param name="Section">Its number and head.</param>
/// <param name="Text">Its text.</param>
/// <param name="Departments">The departments it names as responsible; null when it names none.</param>
/// <param name="SeedLine">The line of the list file it begins on.</param>
/// <param name="LabelLine">The line of the label.</param>
internal sealed record PrintedPassage(int Number, string Label, Cell Section, Cell Text, Cell? Departments, int SeedLine, int LabelLine)
{
    /// <summary>Every cell of the passage, by the name errata use.</summary>
    public IEnumerable<(string Field, Cell Cell)> Cells()
    {
        yield return ("section", Section);
        yield return ("text", Text);
        if (Departments is not null) yield return ("departments", Departments);
    }
}
