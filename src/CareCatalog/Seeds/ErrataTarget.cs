namespace CareCatalog.Seeds;

/// <summary>What an erratum can hit.</summary>
/// <param name="Id">The id of a row or passage, or the code of a list.</param>
/// <param name="Document">The file of its document.</param>
/// <param name="Fields">The texts of its cells by field; null for a list, whose errata may hit any words of the document.</param>
internal sealed record ErrataTarget(string Id, string Document, ILookup<string, string>? Fields)
{
    /// <summary>The list, its rows and its passages.</summary>
    public static IEnumerable<ErrataTarget> Of(PrintedList list)
    {
        var document = list.Document.File;
        return list.Rows.Select(row => new ErrataTarget($"{list.Code}-{row.Number:00}", document, Texts(row.Cells())))
            .Concat(list.Passages.Select(passage => new ErrataTarget($"{list.Code}-p{passage.Number:00}", document, Texts(passage.Cells()))))
            .Prepend(new ErrataTarget(list.Code, document, null));
    }

    private static ILookup<string, string> Texts(IEnumerable<(string Field, Cell Cell)> cells) =>
        cells.ToLookup(cell => cell.Field, cell => cell.Cell.Text, StringComparer.Ordinal);
}
