namespace CareCatalog.Seeds;

/// <summary>A row as printed.</summary>
/// <param name="Number">Its true number.</param>
/// <param name="PrintedNumber">The number printed beside it; null when the whole list prints none.</param>
/// <param name="Domain">服务领域.</param>
/// <param name="Audience">服务对象.</param>
/// <param name="Service">服务项目.</param>
/// <param name="Content">服务内容.</param>
/// <param name="Departments">责任部门.</param>
/// <param name="Guidance">工作索引, in the order printed; empty outside the national index.</param>
/// <param name="SeedLine">The line of the list file it begins on.</param>
internal sealed record PrintedRow(
    int Number, Cell? PrintedNumber, Cell Domain, Cell Audience, Cell Service, Cell Content, Cell Departments,
    IReadOnlyList<PrintedGuidance> Guidance, int SeedLine)
{
    /// <summary>Every cell of the row, by the name errata use.</summary>
    public IEnumerable<(string Field, Cell Cell)> Cells()
    {
        if (PrintedNumber is not null) yield return ("number", PrintedNumber);
        yield return ("domain", Domain);
        yield return ("audience", Audience);
        yield return ("service", Service);
        yield return ("content", Content);
        yield return ("departments", Departments);
        foreach (var guidance in Guidance)
        {
            yield return ("guidance", guidance.Department);
            yield return ("guidance", guidance.Content);
            yield return ("guidance", guidance.Text);
        }
    }
}
