using System.Text.Json;
using CareCatalog.Testing;

namespace CareCatalog.Cli.Tests;

/// <summary>
/// What is exported stands in the documents. This reads the documents by itself, letter by letter and white space aside, and
/// knows nothing of how the lists were read out of them.
/// </summary>
public class SourceProofTests
{
    // Letters before and after the beginning of a row's content within which its departments stand. In the national index a service
    // runs over several cells of guidance, and each ministry stands behind its own.
    private const int Near = 300;
    private const int NearInIndex = 1_500;

    private static readonly Dictionary<string, (string File, int Rows)> Documents = new()
    {
        ["000000"] = ("001_d8bea3880c963d4e.txt", 19),
        ["370200"] = ("000_dc3e41d4d0ff0a6f.txt", 22),
        ["220100"] = ("002_5af29445bb181430.txt", 32),
        ["371700"] = ("003_97b177be13e727ef.txt", 21),
        ["211300"] = ("004_6bb4acbdb5867a59.txt", 39),
    };

    private static readonly Lazy<JsonElement> Exported = new(() => JsonDocument.Parse(Command.Run("export", "--format", "json").Output).RootElement);

    public static TheoryData<string> Codes => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Export_List_HasAsManyRowsAsItsDocument(string code)
    {
        Assert.Equal(Documents[code].Rows, Items(code).Count);
        Assert.Equal(Enumerable.Range(1, Documents[code].Rows).Select(number => $"{code}-{number:00}"), Items(code).Select(item => item.GetProperty("id").GetString()!));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Export_Content_StandsInItsDocumentLetterByLetter(string code)
    {
        var document = Letters(code);
        Assert.Empty(Items(code).SelectMany(item => Sentences(code, item), (item, text) => (Id: item.GetProperty("id").GetString(), Text: text))
            .Where(cell => !document.Contains(cell.Text, StringComparison.Ordinal)).Select(cell => $"{cell.Id}: {cell.Text}"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Export_Departments_StandNearTheirContent(string code)
    {
        var document = Letters(code);
        Assert.Empty(
            from item in Items(code)
            let at = document.IndexOf(Sentences(code, item)[0], StringComparison.Ordinal)
            let near = code == "000000" ? NearInIndex : Near
            let around = document[Math.Max(0, at - near)..Math.Min(document.Length, at + near)]
            from department in item.GetProperty("departments").EnumerateArray().SelectMany(name => name.GetString()!.Split('、'))
            where at < 0 || !around.Contains(Squeezed(department), StringComparison.Ordinal)
            select $"{item.GetProperty("id")}: {department}");
    }

    // Audience and service are corrected readings: they stand in the document, or an erratum says what does.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Export_AudienceAndService_StandInTheDocumentOrHaveAnErratum(string code)
    {
        var document = Letters(code);
        Assert.Empty(
            from item in Items(code)
            from field in (string[])["audience", "service"]
            let text = Squeezed(item.GetProperty(field).GetString()!)
            where !document.Contains(text, StringComparison.Ordinal)
            where !item.TryGetProperty("errata", out var errata)
                || !errata.EnumerateArray().Any(erratum => erratum.GetProperty("field").GetString() == field && text.Contains(Squeezed(erratum.GetProperty("reading").GetString() ?? "?"), StringComparison.Ordinal))
            select $"{item.GetProperty("id")}: {field} {text}");
    }

    [Fact]
    public void Export_Passages_StandInTheirDocuments()
    {
        var passages = Exported.Value.GetProperty("passages").EnumerateArray().ToList();
        Assert.Equal((17, 4), (passages.Count(passage => Id(passage).StartsWith("371700-p", StringComparison.Ordinal)), passages.Count(passage => Id(passage).StartsWith("220100-p", StringComparison.Ordinal))));
        Assert.Empty(passages.Where(passage => !Letters(Id(passage)[..6]).Contains(Squeezed(passage.GetProperty("text").GetString()!), StringComparison.Ordinal)).Select(Id));
        Assert.Empty(
            from passage in passages
            from department in passage.GetProperty("departments").EnumerateArray()
            where !Letters(Id(passage)[..6]).Contains(Squeezed(department.GetString()!), StringComparison.Ordinal)
            select $"{Id(passage)}: {department}");
    }

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;

    private static List<JsonElement> Items(string code) => [.. Exported.Value.GetProperty("jurisdictions").EnumerateArray()
        .Single(list => list.GetProperty("code").GetString() == code).GetProperty("items").EnumerateArray()];

    // The national index prints a service's contents in several cells, one for each ministry.
    private static string[] Sentences(string code, JsonElement item)
    {
        var content = Squeezed(item.GetProperty("content").GetString()!);
        return code == "000000" ? content.Split('。', StringSplitOptions.RemoveEmptyEntries) : [content];
    }

    private static string Letters(string code) => Squeezed(File.ReadAllText(Repository.At("seeds", "documents", Documents[code].File)));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
