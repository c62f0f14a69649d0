namespace CareCatalog.Web.Console;

/// <summary>One national service and how the places carry it.</summary>
/// <param name="Nation">The national row: the baseline.</param>
/// <param name="Cells">One for each place, in their order.</param>
internal sealed record ComparisonLine(RowView Nation, IReadOnlyList<ComparisonCell> Cells)
{
    /// <summary>The line as shown.</summary>
    public static ComparisonLine Of(ComparedService service, CatalogEdition edition, ConsoleNames names, string? language)
    {
        RowView Row(ServiceItem item) => RowView.Of(item, edition.Domains.FirstOrDefault(entry => entry.Domain == item.Domain)?.Name ?? item.Domain.ToString(), [], names);
        return new ComparisonLine(Row(service.National), [.. service.Coverages.Select(coverage => new ComparisonCell(
            coverage.Standing, [.. coverage.Rows.Select(Row)], [.. coverage.Added.Select(names.Of)], [.. coverage.Missing.Select(names.Of)],
            language == ConsoleLanguages.EnglishTag ? coverage.EnglishNote : coverage.Note, coverage.IsReviewed))]);
    }
}
