using System.Text;
using System.Text.Json;
using CareCatalog.OpenData;

namespace CareCatalog.Tests;

public sealed class OpenDataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("package-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Of_Name_IsStableAndOfVersion5()
    {
        var id = NameUuid.Of("service/370200-02").ToString();
        Assert.Equal(NameUuid.Of("service/370200-02").ToString(), id);
        Assert.Equal('5', id[14]);
        Assert.Contains(id[19], "89ab");
        Assert.NotEqual(id, NameUuid.Of("service/370200-03").ToString());
    }

    [Fact]
    public void Write_Package_HoldsEveryTableWithUniqueKeysThatMeet()
    {
        var files = DataPackage.Write(Repository.Edition, folder);
        Assert.Equal(7, files.Count);
        using var descriptor = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json")));
        Assert.Equal(Repository.Edition.Version, descriptor.RootElement.GetProperty("version").GetString());
        var services = Cells("services.csv");
        Assert.Equal(133, services.Count);
        Assert.Equal(133, services.Select(row => row[0]).Distinct().Count());
        var organizations = Cells("organizations.csv").Select(row => row[0]).ToHashSet();
        Assert.All(services, row => Assert.Contains(row[1], organizations));
        var coded = Cells("taxonomy_terms.csv");
        Assert.Equal(coded.Count, coded.Select(row => row[1]).Distinct().Count());
        var terms = coded.Select(row => row[0]).ToHashSet();
        Assert.All(Cells("attributes.csv"), row => Assert.Contains(row[2], terms));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("0-6岁", "0-6岁")]
    public void Write_Cell_IsQuotedAndHarmless(string cell, string written)
    {
        using var output = new MemoryStream();
        CommaTable.Write(output, ["a"], [[cell]], CommaTable.ForSpreadsheets);
        Assert.Equal($"\uFEFFa\r\n{written}\r\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    // No cell of these tables spans lines.
    private List<string[]> Cells(string file) => [.. File.ReadAllLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','))];
}
