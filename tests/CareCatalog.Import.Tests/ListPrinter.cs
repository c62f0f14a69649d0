using System.Diagnostics;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace CareCatalog.Import.Tests;

/// <summary>Prints a list as an office would: with the tools of others, so that the reader is not tested against itself.</summary>
/// <param name="list">The list.</param>
/// <param name="style">How: heads, merged cells, broken cells.</param>
internal sealed class ListPrinter(CareList list, PrintStyle style)
{
    /// <summary>The rows as printed: domain, number, audience, service, content, departments; null where a merged cell above covers the place.</summary>
    public IReadOnlyList<string?[]> Rows()
    {
        var rows = list.Items.Select(item => new string?[]
        {
            Lists.Labels[item.Domain], $"{item.Id.Number}", item.Audience, item.Service, style.IsBroken ? Broken(item.Content) : item.Content,
            string.Join(style.Between, item.Departments.SelectMany(name => name.Split('、'))),
        }).ToList();
        if (style.IsMerged) foreach (var column in new[] { 0, 2, 3 }) Merge(rows, column);
        return rows;
    }

    public string Print(string folder, string format)
    {
        var path = Path.Combine(folder, $"{list.Code}-{style.Name}.{format}");
        switch (format)
        {
            case "docx": PrintWord(path); break;
            case "xlsx": PrintWorkbook(path); break;
            case "html": File.WriteAllText(path, Html()); break;
            case "md": File.WriteAllText(path, Bars()); break;
            case "csv": File.WriteAllText(path, Commas()); break;
            case "pdf": PrintPdf(folder, path); break;
        }
        return path;
    }

    private static void Merge(List<string?[]> rows, int column)
    {
        for (var at = rows.Count - 1; at > 0; at--)
        {
            if (rows[at][column] == rows[at - 1][column] && (column == 0 || rows[at][0] == rows[at - 1][0] || rows[at][0] is null)) rows[at][column] = null;
        }
    }

    // Every 18 letters a new line, as in a narrow column.
    private static string Broken(string text) => string.Join('\n', text.Chunk(18).Select(piece => new string(piece)));

    private string Title => $"{list.Name}流动儿童在居住地享有关爱服务基础清单";

    private int Down(IReadOnlyList<string?[]> rows, int at, int column)
    {
        var down = 1;
        while (style.IsMerged && at + down < rows.Count && rows[at + down][column] is null) down++;
        return down;
    }

    private string Html()
    {
        var rows = Rows();
        var page = new StringBuilder($"<!DOCTYPE html><html><head><meta charset='utf-8'><style>body{{font-family:'Noto Sans CJK SC'}}table{{border-collapse:collapse;font-size:10px}}td,th{{border:1px solid #000;padding:6px}}tr{{break-inside:avoid}}th{{white-space:nowrap}}td:nth-last-child(-n+5):first-child{{white-space:nowrap}}</style><script>var a='<table>';</script></head><body><h1>{Title}</h1>\n<table>");
        page.Append("<thead><tr>").AppendJoin("", style.Heads.Select(head => $"<th>{head}</th>")).Append("</tr></thead>\n");
        for (var at = 0; at < rows.Count; at++)
        {
            page.Append("<tr>");
            for (var column = 0; column < 6; column++)
            {
                if (rows[at][column] is not { } text) continue;
                var down = Down(rows, at, column);
                page.Append(down > 1 ? $"<td rowspan=\"{down}\">" : "<td>").Append(WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</td>");
            }
            page.Append("</tr>\n");
        }
        return page.Append("</table><p>附件完</p></body></html>").ToString();
    }

    private string Bars()
    {
        var text = new StringBuilder($"# {Title}\n\n| {string.Join(" | ", style.Heads)} |\n|{string.Concat(Enumerable.Repeat("---|", 6))}\n");
        foreach (var row in Rows()) text.Append("| ").AppendJoin(" | ", row.Select(cell => (cell ?? "").Replace("\n", "<br>", StringComparison.Ordinal))).Append(" |\n");
        return text.ToString();
    }

    private string Commas()
    {
        static string Quoted(string? cell) => $"\"{(cell ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return string.Join('\n', Rows().Prepend([.. style.Heads]).Select(row => string.Join(',', row.Select(Quoted))).Prepend(Title)) + "\n";
    }

    private void PrintWord(string path)
    {
        using var file = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document);
        var part = file.AddMainDocumentPart();
        var table = new Word.Table(new Word.TableRow(style.Heads.Select(head => new Word.TableCell(Paragraph(head)))));
        foreach (var row in Rows())
        {
            table.Append(new Word.TableRow(row.Select(text =>
            {
                var cell = new Word.TableCell();
                if (style.IsMerged)
                    cell.Append(new Word.TableCellProperties(new Word.VerticalMerge { Val = text is null ? Word.MergedCellValues.Continue : Word.MergedCellValues.Restart }));
                foreach (var line in (text ?? "").Split('\n')) cell.Append(Paragraph(line));
                return cell;
            })));
        }
        part.Document = new Word.Document(new Word.Body(Paragraph("附件"), Paragraph(Title), table, Paragraph("说明：以上事项以部门核定为准。")));
    }

    // A word processor cuts text into runs wherever it likes.
    private static Word.Paragraph Paragraph(string text) =>
        new(text.Chunk(7).Select(piece => new Word.Run(new Word.Text(new string(piece)) { Space = SpaceProcessingModeValues.Preserve })));

    private void PrintWorkbook(string path)
    {
        using var file = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        var rows = Rows().Prepend([.. style.Heads]).Prepend([Title, null, null, null, null, null]).ToList();
        var data = new SheetData(rows.Select((row, at) => new Row(row.Select((text, column) => (text, column)).Where(cell => cell.text is not null).Select(cell =>
            new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(cell.text!))) { CellReference = $"{(char)('A' + cell.column)}{at + 1}", DataType = CellValues.InlineString }))
        { RowIndex = (uint)(at + 1) }));
        var merged = new List<OpenXmlElement>();
        for (var column = 0; column < 6; column++)
        {
            for (var at = 2; at < rows.Count; at++)
            {
                if (rows[at][column] is not null && Down(rows, at, column) is > 1 and var down)
                    merged.Add(new MergeCell { Reference = $"{(char)('A' + column)}{at + 1}:{(char)('A' + column)}{at + down}" });
            }
        }
        sheet.Worksheet = merged.Count > 0 ? new Worksheet(data, new MergeCells(merged)) : new Worksheet(data);
        book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "清单" }));
    }

    private void PrintPdf(string folder, string path)
    {
        var page = Path.Combine(folder, $"{list.Code}-{style.Name}-page.html");
        File.WriteAllText(page, Html());
        using var chromium = Process.Start(new ProcessStartInfo("chromium")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-quic", $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={path}", $"file://{page}",
            },
        })!;
        chromium.StandardError.ReadToEnd();
        chromium.WaitForExit();
    }
}
