using CareCatalog.Testing;
using Xunit.Abstractions;

namespace CareCatalog.Import.Tests;

/// <summary>Twenty documents printed from the lists in six formats and three styles are read back cell by cell.</summary>
public sealed class PrintedListsTests(ITestOutputHelper output) : IDisposable
{
    private static readonly (string Code, string Format, PrintStyle Style)[] Documents =
    [
        ("370200", "docx", PrintStyle.Plain), ("220100", "docx", PrintStyle.Merged), ("371700", "docx", PrintStyle.Broken), ("211300", "docx", PrintStyle.Broken),
        ("370200", "xlsx", PrintStyle.Merged), ("220100", "xlsx", PrintStyle.Plain), ("371700", "xlsx", PrintStyle.Broken), ("211300", "xlsx", PrintStyle.Merged),
        ("370200", "html", PrintStyle.Broken), ("220100", "html", PrintStyle.Merged), ("371700", "html", PrintStyle.Plain), ("211300", "html", PrintStyle.Merged),
        ("370200", "md", PrintStyle.Plain), ("371700", "md", PrintStyle.Broken), ("211300", "md", PrintStyle.Plain),
        ("370200", "csv", PrintStyle.Broken), ("220100", "csv", PrintStyle.Plain), ("211300", "csv", PrintStyle.Plain),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("lists-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Read_PrintedLists_RestoresNearlyEveryCellAndReportsTheRest() => Measure(Documents, 0.98);

    [RequiresFact("chromium", "pdftotext")]
    public void Read_PrintedPdfs_RestoresNearlyEveryCellAndReportsTheRest() =>
        Measure([("370200", "pdf", PrintStyle.Plain), ("371700", "pdf", PrintStyle.Merged)], 0.98);

    private void Measure((string Code, string Format, PrintStyle Style)[] documents, double floor)
    {
        var (cells, right, unreported) = (0, 0, 0);
        foreach (var (code, format, style) in documents)
        {
            var list = Lists.Edition.ListOf(JurisdictionCode.Parse(code))!;
            var reading = Lists.Without(list.Code).Read(new ListPrinter(list, style).Print(folder, format), list.Code);
            Assert.Null(reading.Refusal);
            var (all, wrong) = Compare(list, reading.Draft!);
            (cells, right) = (cells + all, right + all - wrong.Count);
            foreach (var (told, isReported) in wrong)
            {
                if (!isReported) unreported++;
                output.WriteLine($"{code}.{format} {style.Name}: {told}{(isReported ? "" : " UNREPORTED")}");
            }
            output.WriteLine($"{code}.{format} {style.Name}: {all - wrong.Count} of {all}");
        }
        output.WriteLine($"{documents.Length} documents: {right} of {cells} cells ({(double)right / cells:P2}), {unreported} wrong ones unreported");
        Assert.True((double)right / cells >= floor, $"{right} of {cells} cells");
        Assert.Equal(0, unreported);
    }

    private static (int Cells, List<(string Told, bool IsReported)> Wrong) Compare(CareList list, ImportDraft draft)
    {
        var wrong = new List<(string, bool)>();
        foreach (var item in list.Items)
        {
            var row = draft.Rows.FirstOrDefault(row => row.Number == item.Id.Number);
            string[] truths = [Lists.Labels[item.Domain], item.Audience, item.Service, item.Content, Lists.DepartmentsOf(item)];
            var cells = row?.Cells().ToList();
            for (var at = 0; at < truths.Length; at++)
            {
                if (cells?[at].Cell is not { } cell) wrong.Add(($"{item.Id}: no row", draft.Rows.Count != list.Items.Count && draft.Findings.Count > 0));
                else if (cell.Reading != truths[at]) wrong.Add(($"{item.Id} {cells[at].Field}: '{cell.Reading}' for '{truths[at]}'", cell.Reading != cell.Text || cell.Sureness < 0.85));
            }
        }
        return (list.Items.Count * 5, wrong);
    }
}
