using CareCatalog.Testing;
using Xunit.Abstractions;

namespace CareCatalog.Import.Tests;

/// <summary>What the import restores by itself of the five documents as received, each without knowing the list made from it.</summary>
public class SeedDocumentsTests(ITestOutputHelper output)
{
    // Floors: the share of rows whose audience, service, content, domain and departments are all as people have read them.
    [Theory]
    [InlineData("211300", 0.95)]
    [InlineData("220100", 0.85)]
    [InlineData("371700", 0.75)]
    [InlineData("000000", 1.0)]
    [InlineData("370200", 0.9)]
    public void Read_DocumentAsReceived_RestoresItsShareOfRows(string code, double floor)
    {
        var list = Lists.Edition.ListOf(JurisdictionCode.Parse(code))!;
        var reading = Lists.Without(list.Code).Read(Repository.At("seeds", "documents", list.Document.File), list.Code);
        Assert.Null(reading.Refusal);
        var rows = reading.Draft!.Rows;
        var restored = list.Items.Count(item => rows.Any(row => row.Number == item.Id.Number && Differences(item, row).Count == 0));
        foreach (var item in list.Items.Where(item => !rows.Any(row => row.Number == item.Id.Number && Differences(item, row).Count == 0)))
            output.WriteLine($"{item.Id}: {(rows.FirstOrDefault(row => row.Number == item.Id.Number) is { } row ? string.Join("; ", Differences(item, row)) : "no row")}");
        foreach (var finding in reading.Draft.Findings) output.WriteLine(finding);
        output.WriteLine($"{code}: {restored} of {list.Items.Count} rows ({(double)restored / list.Items.Count:P0})");
        Assert.True((double)restored / list.Items.Count >= floor, $"{code}: {restored} of {list.Items.Count} rows");
    }

    private static List<string> Differences(ServiceItem item, DraftRow row)
    {
        var told = new List<string>();
        void Tell(string field, string truth, DraftCell cell)
        {
            if (cell.Reading != truth) told.Add($"{field} '{cell.Reading}' for '{truth}'");
        }
        Tell("domain", Lists.Labels[item.Domain], row.Domain);
        Tell("audience", item.Audience, row.Audience);
        Tell("service", item.Service, row.Service);
        Tell("content", item.Content, row.Content);
        Tell("departments", Lists.DepartmentsOf(item), row.Departments);
        return told;
    }
}
