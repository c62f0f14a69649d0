using System.Text;
using System.Text.Json;

namespace CareCatalog.Tests;

public class CatalogExportTests
{
    private static readonly string Json = Export();

    [Fact]
    public void WriteJson_Edition_HoldsEveryRowAndPassage()
    {
        using var document = JsonDocument.Parse(Json);
        var root = document.RootElement;
        Assert.Equal(["edition", "jurisdictions", "passages"], Names(root));
        Assert.Equal(Repository.Edition.Version, root.GetProperty("edition").GetString());
        Assert.Equal(Repository.Codes, root.GetProperty("jurisdictions").EnumerateArray().Select(list => list.GetProperty("code").GetString()));
        Assert.Equal(133, root.GetProperty("jurisdictions").EnumerateArray().Sum(list => list.GetProperty("items").GetArrayLength()));
        Assert.Equal(21, root.GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public void WriteJson_List_HasTheKeysOfTheContract()
    {
        using var document = JsonDocument.Parse(Json);
        var list = document.RootElement.GetProperty("jurisdictions")[2];
        Assert.Equal(["code", "name", "document", "items"], Names(list));
        Assert.Equal(["file", "title", "number", "issuer", "date", "sha256"], Names(list.GetProperty("document")));
        Assert.Equal("2025-09-18", list.GetProperty("document").GetProperty("date").GetString());
        Assert.Equal(["id", "domain", "audience", "service", "content", "departments"], Names(list.GetProperty("items")[0]));
        Assert.Equal(["id", "domain", "audience", "service", "content", "departments", "errata"], Names(list.GetProperty("items")[12]));
        Assert.Equal(["id", "section", "text", "departments"], Names(document.RootElement.GetProperty("passages")[0]));
    }

    [Fact]
    public void WriteJson_Row_IsCorrectedInAudienceAndServiceAndVerbatimInContent()
    {
        using var document = JsonDocument.Parse(Json);
        var row = Row(document, "220100-13");
        Assert.Equal("弱有所扶", row.GetProperty("domain").GetString());
        Assert.Equal("流动儿童中的残疾儿童", row.GetProperty("audience").GetString());
        Assert.Contains("特殊教育学校随班就读残疾学生均公用经费", row.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal(["市教育局", "市残联"], row.GetProperty("departments").EnumerateArray().Select(name => name.GetString()));
        var erratum = row.GetProperty("errata")[0];
        Assert.Equal("e039", erratum.GetProperty("id").GetString());
        Assert.Equal(0.99, erratum.GetProperty("confidence").GetDouble());
    }

    [Fact]
    public void WriteJson_NationalRow_HoldsItsGuidance()
    {
        using var document = JsonDocument.Parse(Json);
        var guidance = Row(document, "000000-11").GetProperty("guidance");
        Assert.Equal(3, guidance.GetArrayLength());
        Assert.Equal(["department", "content", "text"], Names(guidance[0]));
        Assert.Equal("民政部", guidance[0].GetProperty("department").GetString());
    }

    [Fact]
    public void WriteJson_Chinese_IsNotEscaped()
    {
        Assert.Contains("“两免一补”", Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", Json, StringComparison.Ordinal);
    }

    private static JsonElement Row(JsonDocument document, string id) => document.RootElement.GetProperty("jurisdictions").EnumerateArray()
        .SelectMany(list => list.GetProperty("items").EnumerateArray()).Single(item => item.GetProperty("id").GetString() == id);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static string Export()
    {
        using var written = new MemoryStream();
        CatalogExport.WriteJson(Repository.Edition, written);
        return Encoding.UTF8.GetString(written.ToArray());
    }
}
